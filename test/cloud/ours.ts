import { readFile } from "node:fs/promises";
import { plugins } from "../../plugins/all.ts";
import type { CloudAccount } from "../../src/cloud/keystone.ts";
import { syncAll } from "../../src/cloud/sync.ts";
import { catalogOf } from "../../src/index/catalog.ts";
import { scopeOf } from "../../src/index/scope.ts";
import { memoryStore } from "../../src/index/stores/memory.ts";
import { handle } from "../../src/ingest/handle.ts";
import { routerOf } from "../../src/ingest/router.ts";
import type { Person } from "./people.ts";
import type { Listing } from "./truth.ts";

/** What this project lists of a type to somebody. */
export type Ours = (type: string, person: Person) => Promise<Listing>;

const PAGE = 1000;

/** Asks a running service, with the person's own token. */
export const overHttp =
  (root: string): Ours =>
  async (type, { token, admin }) => {
    const listing: Listing = new Map();
    for (let from = 0; ; from += PAGE) {
      const response = await fetch(`${root.replace(/\/+$/, "")}/v1/search`, {
        method: "POST",
        headers: { "X-Auth-Token": token.value, "Content-Type": "application/json" },
        body: JSON.stringify({ type, from, limit: PAGE, all_projects: admin, query: { match_all: {} }, sort: ["_id"] }),
      });
      if (!response.ok) {
        if (response.status === 403) return listing; // a type for administrators
        throw new Error(`${root} answered ${response.status}: ${await response.text()}`);
      }
      const { hits } = (await response.json()) as {
        hits: { hits: { _id: string; _source: Record<string, unknown> }[] };
      };
      for (const { _id, _source } of hits.hits) listing.set(_id, _source);
      if (hits.hits.length < PAGE) return listing;
    }
  };

/** An index of this process's own: the notifications in these NDJSON files, if any, and then a sync, if wished. */
export async function inProcess(account: CloudAccount, files: readonly string[], sync: boolean): Promise<Ours> {
  const store = memoryStore(catalogOf(plugins));
  const route = routerOf(plugins);
  for (const file of files) {
    const lines = (await readFile(file, "utf8")).split("\n").filter(Boolean);
    const records = lines.map((line) => JSON.parse(line) as { value: string; timestamp: number });
    const source = records.map(({ value, timestamp }) => ({ value: Buffer.from(value), timestamp, from: file }));
    await handle(source, route, store);
  }
  if (sync)
    for (const report of (await syncAll({ store, apply: (told) => store.apply(told), plugins, cloud: account })).types)
      console.log(report);
  return async (type, { token, admin }) => {
    const principal = { userId: token.userId, projectId: token.projectId ?? "", roles: token.roles };
    const scope = scopeOf(principal, { allProjects: admin });
    const request = { types: [type], query: { kind: "all" }, sort: [], from: 0, size: 1e6, aggregations: {} } as const;
    const { hits } = await store.search(request, scope);
    return new Map(hits.map(({ id, source }) => [id, source]));
  };
}
