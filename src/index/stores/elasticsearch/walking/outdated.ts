import type { TypeDefinition } from "../../../definition.ts";
import type { Outdated } from "../../../rebuild.ts";
import type { Query } from "../documents/clause.ts";
import { countIn } from "./count.ts";
import { documentLayout } from "../documents/document.ts";
import { namesOf } from "../cluster/names.ts";
import type { Cluster } from "../cluster/cluster.ts";

/** What exists and another definition made, or another version. */
export const madeOtherwise = (definition: TypeDefinition): Query => ({
  bool: { filter: [{ term: { exists: true } }], must_not: [{ term: { layout: documentLayout(definition) } }] },
});

const saying = (type: string, resources: number): string =>
  `${resources} resources of ${type} are indexed as an earlier definition or version had it: what is new is not found in them ` +
  `until you run \`searchlight rebuild ${type}\``;

/** The types that should be made anew, and how many of each. */
export async function outdated(
  { client, catalog, prefix, misfits }: Cluster,
  types: readonly string[] = [...catalog.keys()],
): Promise<Outdated[]> {
  const found: Outdated[] = [];
  for (const type of types) {
    const index = namesOf(prefix, type).read;
    const query = madeOtherwise(catalog.get(type)!);
    const count = await countIn(client, index, query);
    if (count > 0 || misfits.has(type)) found.push({ type, resources: count, says: saying(type, count) });
  }
  return found;
}
