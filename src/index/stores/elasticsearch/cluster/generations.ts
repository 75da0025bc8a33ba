import type { Generation } from "../../../rebuild.ts";
import { calling } from "./failure.ts";
import { generationNumber, namesOf, ownAlias } from "./names.ts";
import type { Cluster } from "./cluster.ts";

/** What the mapping of a generation says of how it was made. */
export type Meta = { readonly layout: string };

/** `own`: it has the alias of its own (see `ownAlias`). `shards`: how many primary ones it has. */
export type Found = Generation & { readonly index: string; readonly own: boolean; readonly shards: number };

/** The generations of a type by their numbers, all as of one moment. */
export async function generations({ client, prefix }: Cluster, type: string): Promise<Found[]> {
  const { base, write } = namesOf(prefix, type);
  const filter_path = ["*.aliases", "*.mappings._meta", "*.settings.index.number_of_shards"];
  const answer = await calling(() =>
    client.indices.get({
      index: `${base}-*`,
      features: ["aliases", "mappings", "settings"],
      allow_no_indices: true,
      filter_path,
    }),
  );
  const found = Object.entries(answer).flatMap(([index, { aliases = {}, mappings = {}, settings = {} }]) => {
    const number = generationNumber(base, index);
    if (number === undefined) return [];
    const { _meta: meta } = mappings;
    const { layout } = (meta ?? {}) as Partial<Meta>;
    const [current, own] = [Object.hasOwn(aliases, write), Object.hasOwn(aliases, ownAlias(index))];
    const shards = Number(settings.index?.number_of_shards);
    return [{ index, number, layout, current, own, shards }];
  });
  return found.toSorted((a, b) => a.number - b.number);
}
