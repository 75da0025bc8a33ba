import { errors } from "@elastic/elasticsearch";
import { SearchlightError } from "../../../errors.ts";
import type { TypeDefinition } from "../../definition.ts";
import { calling, typeOf } from "./failure.ts";
import { FRESHNESS, mappingOf, settingsOf } from "./mapping.ts";
import { assertApart, everyAlias, freshnessIndex, namesOf } from "./names.ts";
import { patiently } from "./patience.ts";
import type { Cluster } from "./send.ts";

/** Milliseconds; nothing is searched for there. */
const ONE_SECOND = 1000;

const wasMade = (error: unknown): boolean =>
  error instanceof errors.ResponseError && typeOf(error) === "resource_already_exists_exception";

/** Makes the index that says how fresh the others are, if need be. */
async function ensureFreshness({ client, prefix }: Cluster): Promise<void> {
  const index = freshnessIndex(prefix);
  if (await client.indices.exists({ index })) return;
  try {
    await client.indices.create({ index, mappings: FRESHNESS, settings: settingsOf(ONE_SECOND) });
  } catch (error) {
    if (!wasMade(error)) throw error;
  }
}

/** Makes the first index of a type, with its aliases; another process may be doing so at the same time. */
async function create({ client, prefix }: Cluster, definition: TypeDefinition, refresh: number): Promise<void> {
  const { first, read, write } = namesOf(prefix, definition.type);
  const aliases = { [read]: {}, [write]: { is_write_index: true }, [everyAlias(prefix)]: {} };
  try {
    await client.indices.create({
      index: first,
      aliases,
      mappings: mappingOf(definition),
      settings: settingsOf(refresh),
    });
  } catch (error) {
    if (!wasMade(error)) throw error;
  }
}

async function ensure(cluster: Cluster, definition: TypeDefinition, refresh: number): Promise<void> {
  const { client, prefix } = cluster;
  const { first, write } = namesOf(prefix, definition.type);
  const isThere = (): Promise<boolean> => client.indices.existsAlias({ name: write });
  if (!(await isThere())) await create(cluster, definition, refresh);
  if (!(await isThere())) {
    throw new SearchlightError(
      "store-unavailable",
      `Index '${first}' has lost its alias '${write}': add it, or delete the index`,
    );
  }
  await client.indices.putMapping({ index: write, ...mappingOf(definition) });
}

/**
 * Sees to it that every type has an index and that its mapping holds all of the type's fields. A field that is new is
 * searchable in what is written from then on. While the cluster is away or busy it tries again, for `patience` milliseconds
 * with each index: however many types there are, a slow cluster does not end the process.
 */
export async function ensureIndices(cluster: Cluster, refreshMilliseconds: number, patience: number): Promise<void> {
  assertApart(cluster.catalog);
  await patiently(() => calling(() => ensureFreshness(cluster)), patience);
  for (const definition of cluster.catalog.values()) {
    await patiently(() => calling(() => ensure(cluster, definition, refreshMilliseconds)), patience);
  }
}
