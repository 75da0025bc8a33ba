import type { Client } from "@elastic/elasticsearch";
import { fencesOf } from "./fence.ts";
import { newness } from "./newness.ts";
import { recent } from "./recent.ts";
import type { Cluster } from "./send.ts";

/** What a process knows of a cluster when it begins. */
export const clusterOf = (client: Client, known: Pick<Cluster, "catalog" | "prefix" | "budget">): Cluster => ({
  client,
  ...known,
  misfits: new Set(),
  fences: fencesOf(client),
  newness: newness(),
  recent: recent(),
});
