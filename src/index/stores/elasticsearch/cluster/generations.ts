import type { Generation } from "../../../rebuild.ts";
import { calling } from "./failure.ts";
import { generationNumber, namesOf, ownAlias } from "./names.ts";
import type { Cluster } from "./cluster.ts";

/** What the mapping of a generation says of how it was made. */
export type Meta = { readonly layout: string };

/** `own`: it has the alias of its own (see `ownAlias`). */
export type Found = Generation & { readonly index: string; readonly own: boolean };

/** The generations of a type by their numbers, all as of one moment. */
export async function generations({ client, prefix }: Cluster, type: string): Promise<Found[]> {
  const { base, write } = namesOf(prefix, type);
  const filter_path = ["*.aliases", "*.mappings._meta"];
  const answer = await calling(() =>
    client.indices.get({ index: `${base}-*`, features: ["aliases", "mappings"], allow_no_indices: true, filter_path }),
  );
  const found = Object.entries(answer).flatMap(([index, { aliases = {}, mappings = {} }]) => {
    const number = generationNumber(base, index);
    if (number === undefined) return [];
    const { _meta: meta } = mappings;
    const { layout } = (meta ?? {}) as Partial<Meta>;
    const [current, own] = [Object.hasOwn(aliases, write), Object.hasOwn(aliases, ownAlias(index))];
    return [{ index, number, layout, current, own }];
  });
  return found.toSorted((a, b) => a.number - b.number);
}
