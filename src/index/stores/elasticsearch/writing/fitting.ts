import { errors } from "@elastic/elasticsearch";
import { SearchlightError } from "../../../../errors.ts";
import type { TypeDefinition } from "../../../definition.ts";
import { failureOf } from "../cluster/failure.ts";
import { mappingOf } from "../documents/mapping.ts";
import { namesOf } from "../cluster/names.ts";
import type { Cluster } from "../cluster/cluster.ts";

/**
 * Adds a type's fields to the index that is written to: what is new is found in what is written from then on. When the
 * index cannot have them beside those that it has, the type is a misfit.
 */
export async function addFields({ client, prefix, misfits }: Cluster, definition: TypeDefinition): Promise<void> {
  const { type } = definition;
  misfits.add(type);
  try {
    await client.indices.putMapping({ index: namesOf(prefix, type).write, ...mappingOf(definition) });
  } catch (error) {
    if (!(error instanceof errors.ResponseError) || error.statusCode !== 400) throw failureOf(error);
    return;
  }
  misfits.delete(type);
}

/**
 * Sees to it that what is to be written is known where it is written.
 *
 * @throws SearchlightError `store-unavailable` for a misfit: until its index is made anew nothing of the type is written,
 *   and so nothing is lost
 */
export async function fit(cluster: Cluster, writes: readonly { readonly definition: TypeDefinition }[]): Promise<void> {
  if (cluster.misfits.size === 0) return;
  for (const definition of new Set(writes.map((write) => write.definition))) {
    const { type } = definition;
    if (!cluster.misfits.has(type)) continue;
    await addFields(cluster, definition);
    if (!cluster.misfits.has(type)) continue;
    const message = `The index of ${type} was made for other fields and cannot take these: run \`searchlight rebuild ${type}\``;
    throw new SearchlightError("store-unavailable", message);
  }
}
