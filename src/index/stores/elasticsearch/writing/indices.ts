import { errors, type estypes } from "@elastic/elasticsearch";
import { SearchlightError } from "../../../../errors.ts";
import type { TypeDefinition } from "../../../definition.ts";
import { documentLayout } from "../documents/document.ts";
import { calling, typeOf } from "../cluster/failure.ts";
import { addFields } from "./fitting.ts";
import { generations, type Meta } from "../cluster/generations.ts";
import { FRESHNESS, mappingOf, settingsOf } from "../documents/mapping.ts";
import { assertApart, everyAlias, freshnessIndex, namesOf, ownAlias } from "../cluster/names.ts";
import { patiently } from "../cluster/patience.ts";
import type { Cluster } from "../cluster/cluster.ts";

/** Milliseconds; nothing is searched for there. */
const ONE_SECOND = 1000;

const wasMade = (error: unknown): boolean =>
  error instanceof errors.ResponseError && typeOf(error) === "resource_already_exists_exception";

/** Makes the index that says how fresh the others are, if need be. */
async function ensureFreshness({ client, prefix }: Cluster): Promise<void> {
  const index = freshnessIndex(prefix);
  if (await client.indices.exists({ index })) return;
  try {
    await client.indices.create({ index, mappings: FRESHNESS, settings: settingsOf(ONE_SECOND, 1) });
  } catch (error) {
    if (!wasMade(error)) throw error;
  }
}

/** The aliases by which a type's index is searched and written to, whichever generation has them. */
export function aliasesOf({ prefix }: Cluster, type: string): Record<string, estypes.IndicesAlias> {
  const { read, write } = namesOf(prefix, type);
  return { [read]: {}, [write]: { is_write_index: true }, [everyAlias(prefix)]: {} };
}

/** How an index is made: milliseconds after which what is written is found, and how many primary shards it has. */
export type Settings = { readonly refresh: number; readonly shards: number };

type Making = Settings & { readonly index: string; readonly aliases?: Record<string, estypes.IndicesAlias> };

/** Makes a generation of a type's index; another process may be doing so at the same time. */
export async function create(
  { client }: Cluster,
  definition: TypeDefinition,
  { index, refresh, shards, aliases = {} }: Making,
): Promise<void> {
  const meta: Meta = { layout: documentLayout(definition) };
  try {
    await client.indices.create({
      index,
      aliases: { ...aliases, [ownAlias(index)]: {} },
      mappings: { ...mappingOf(definition), _meta: meta },
      settings: settingsOf(refresh, shards),
    });
  } catch (error) {
    if (!wasMade(error)) throw error;
  }
}

async function ensure(cluster: Cluster, definition: TypeDefinition, settings: Settings): Promise<void> {
  const { client, prefix } = cluster;
  const { type } = definition;
  const { first, write } = namesOf(prefix, type);
  if ((await generations(cluster, type)).length === 0)
    await create(cluster, definition, { ...settings, index: first, aliases: aliasesOf(cluster, type) });
  const all = await generations(cluster, type);
  const current = all.find((one) => one.current);
  if (!current) {
    throw new SearchlightError(
      "store-unavailable",
      `Index '${all.at(-1)?.index ?? first}' has lost its alias '${write}': add it, or delete the index`,
    );
  }
  // Indices of earlier versions have none of their own.
  const { index, own } = current;
  if (!own) await client.indices.putAlias({ index, name: ownAlias(index) });
  await addFields(cluster, definition);
}

/**
 * Sees to it that every type has an index and that its mapping holds all of the type's fields, where it can: else the type is
 * among the misfits. A field that is new is searchable in what is written from then on. While the cluster is away or busy it
 * tries again, for `patience` milliseconds with each index: however many types there are, a slow cluster does not end the
 * process.
 */
export async function ensureIndices(cluster: Cluster, settings: Settings, patience: number): Promise<void> {
  assertApart(cluster.catalog);
  await patiently(() => calling(() => ensureFreshness(cluster)), patience);
  for (const definition of cluster.catalog.values()) {
    await patiently(() => calling(() => ensure(cluster, definition, settings)), patience);
  }
}
