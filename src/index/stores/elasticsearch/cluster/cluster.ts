import type { Client } from "@elastic/elasticsearch";
import type { Catalog } from "../../../catalog.ts";
import { fencesOf, type Fences } from "./fence.ts";
import { newness, type Newness } from "./newness.ts";
import { recent, type Recent } from "./recent.ts";

/**
 * A cluster and what is known of the indices in it that are ours.
 *
 * - `budget`: milliseconds that a search may take.
 * - `misfits`: types whose index may not know all fields of theirs (see `fitting.ts`). `fences`: see `fence.ts`.
 * - `newness`, `recent`: what is tried first with what is told of, see `newness.ts` and `recent.ts`.
 */
export type Cluster = {
  readonly client: Client;
  readonly catalog: Catalog;
  readonly prefix: string;
  readonly budget: number;
  readonly misfits: Set<string>;
  readonly fences: Fences;
  readonly newness: Newness;
  readonly recent: Recent;
};

/** What a process knows of a cluster when it begins. */
export const clusterOf = (client: Client, known: Pick<Cluster, "catalog" | "prefix" | "budget">): Cluster => ({
  client,
  ...known,
  misfits: new Set(),
  fences: fencesOf(client),
  newness: newness(),
  recent: recent(),
});
