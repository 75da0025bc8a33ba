import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { plugins } from "../../plugins/all.ts";
import type { Config, StaticToken } from "../config.ts";
import { SearchlightError } from "../errors.ts";
import type { Operation } from "../index/operation.ts";
import { termsIn } from "../index/aggregations/counted.ts";
import { isAdmin, scopeOf } from "../index/scope.ts";
import type { IndexStore } from "../index/store.ts";
import type { DeadLetters } from "../ingest/dead-letter.ts";
import { routerOf } from "../ingest/router.ts";
import { replaySource } from "../ingest/sources/replay.ts";
import { work } from "../ingest/worker.ts";
import { createLog } from "../log.ts";
import { operationOf } from "../plugin.ts";
import { serve } from "./serve.ts";

const FOLDER = new URL("../../demo/", import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));

/** What a service answered when it was listed, for types that send no notifications. */
type Listed = { readonly type: string; readonly projectId: string; readonly items: readonly unknown[] };

function operationsOf({ type, projectId, items }: Listed): Operation[] {
  const list = plugins.find((plugin) => plugin.type === type)?.list;
  if (!list) throw new SearchlightError("internal", `the demo lists ${type}, which no plugin lists`);
  const told = items.flatMap((item) => list.map(item, { projectId, observed: Date.now() * 1000 }));
  return told.map((one) => operationOf(type, "listing", one));
}

/** Fills the index with the sample cloud, the way that any notification takes. */
async function load(store: IndexStore, deadLetters: DeadLetters, signal: AbortSignal): Promise<void> {
  const source = replaySource([fileURLToPath(new URL("cloud.ndjson", FOLDER))]);
  await work({ source, route: routerOf(plugins), store, deadLetters, log: createLog("warn") }, signal);
  await store.apply((read("listings.json") as Listed[]).flatMap(operationsOf));
  await store.refresh();
}

const WORDS = "ubuntu";
const nameOf = ({ token }: StaticToken): string => token.replace(/^demo-/, "");

/** What one person sees: how many of each type, and what the pasted search finds. */
async function sight(person: StaticToken, store: IndexStore): Promise<string> {
  const scope = scopeOf(person, { allProjects: isAdmin(person) });
  const types = plugins.map(({ type }) => type);
  const all = await store.search(
    {
      types,
      query: { kind: "all" },
      sort: [],
      from: 0,
      size: 0,
      aggregations: { types: { kind: "terms", field: "_type", size: types.length } },
    },
    scope,
  );
  const found = await store.search(
    {
      types,
      query: { kind: "words", fields: "any", text: WORDS, mode: "any" },
      sort: [],
      from: 0,
      size: 20,
      aggregations: {},
    },
    scope,
  );
  const counts = (termsIn(all.aggregations, "types")?.buckets ?? []).map(({ key, count }) => `${count} ${String(key)}`);
  const names = found.hits.map(({ source }) => `    ${JSON.stringify(source["name"])}`);
  return [`  may see: ${counts.join(", ")}`, `  will find with '${WORDS}':`, ...names].join("\n");
}

function curl(person: StaticToken, url: string): string {
  const body = JSON.stringify({
    query: { query_string: { query: WORDS } },
    _source: ["name", "visibility", "owner"],
    ...(isAdmin(person) && { all_projects: true }),
  });
  return `  curl -s ${url}/v1/search -H 'X-Auth-Token: ${person.token}' -H 'Content-Type: application/json' -d '${body}'`;
}

/** Starts the whole service on a sample cloud in a folder that goes when it stops, and says who will see what. */
export async function demo(config: Config, signal: AbortSignal, tell: (text: string) => void): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), "searchlight-demo-"));
  const tokens = read("tokens.json") as StaticToken[];
  const alone: Config = {
    ...config,
    data,
    store: "embedded",
    kafka: undefined,
    cloud: undefined,
    plugins: [],
    elasticsearch: undefined,
    logLevel: "warn",
  };
  const ready = async (url: string, store: IndexStore): Promise<void> => {
    tell(`Searchlight is up at ${url} with a sample cloud. Read about it at ${url}/docs\n`);
    for (const person of tokens) {
      tell(
        `${nameOf(person)} (${isAdmin(person) ? "administrator" : `project ${person.projectId}`})\n${await sight(person, store)}\n\n${curl(person, url)}\n`,
      );
    }
    tell("Ctrl-C stops it and takes the sample cloud away.");
  };
  try {
    await serve(alone, { api: true, ingest: true, tokens }, signal, {
      prepare: (store, deadLetters) => load(store, deadLetters, signal),
      ready,
    });
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
