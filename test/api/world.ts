import { request as send } from "node:http";
import { after, before } from "node:test";
import type { Accept } from "../../src/api/accept.ts";
import { createApp } from "../../src/api/app.ts";
import { listen, type Server } from "../../src/api/listen.ts";
import type { ApiParts } from "../../src/api/parts.ts";
import { staticTokens } from "../../src/api/principal.ts";
import type { Operation } from "../../src/index/operation.ts";
import type { IndexStore } from "../../src/index/store.ts";
import { policyOf } from "../../src/index/policy.ts";
import { memoryStore } from "../../src/index/stores/memory.ts";
import { catalog, put } from "../index/worlds.ts";

export const PROBE = "Test::Acme::Probe";
export const AUDIT = "Test::Acme::Audit";
/** The moment that "now" is in these tests. */
export const NOW = Date.parse("2026-11-22T18:00:00Z");

const person = (token: string, projectId: string, ...roles: string[]) => ({
  token,
  userId: `u-${token}`,
  projectId,
  roles,
});

/** Tokens are the names of people: `p1`, `p2`, `p3` are members of their projects. */
export const people = [
  person("p1", "p1", "member"),
  person("p2", "p2", "reader"),
  person("p3", "p3", "member"),
  person("admin", "p0", "admin"),
  person("glance", "p0", "service"),
  person("nobody", "p1", "swiftoperator"),
];

/** A few rockets, a probe and an audit. */
export const fleet: readonly Operation[] = [
  put("r1", {
    id: "r1",
    name: "ubuntu-22.04-minimal",
    description: "small & <fast>",
    status: "active",
    stage: "1.10.0",
    owner: "p1",
    visibility: "private",
    size: 5,
    crewed: true,
    created_at: "2026-11-22T17:13:30Z",
    updated_at: "2026-11-22T17:55:00.250000",
    tags: ["lts", "prod"],
    properties: { os_distro: "ubuntu", "hw.cpu": "4" },
    secret: "hush",
  }),
  put("r2", {
    id: "r2",
    name: "Debian 12",
    status: "queued",
    stage: "1.9.0",
    owner: "p2",
    visibility: "public",
    size: 9,
    crewed: false,
    created_at: "2026-11-21T23:59:59Z",
    tags: ["lts"],
    properties: { os_distro: "debian", "hw.cpu": "16" },
  }),
  put("r3", { id: "r3", name: "hidden away", owner: "p1", visibility: "private", hidden: true }),
  put("p2/q ü%2F", { id: "p2/q ü%2F", name: "odd", owner: "p2", visibility: "community" }),
  put(
    "b1",
    { id: "b1", name: "probe of ubuntu", status: "lost", project_id: "p1", size: 1, rocket: "r1" },
    10,
    "self",
    PROBE,
  ),
  put("a1", { id: "a1", name: "audit", status: "odd" }, 10, "self", AUDIT),
];

/** A log that keeps what it is told. */
export function keptLog(): { log: ApiParts["log"]; lines: unknown[][] } {
  const lines: unknown[][] = [];
  const keep = (...line: unknown[]): void => void lines.push(line);
  return { log: { info: keep, error: keep }, lines };
}

/** The parts of an API over a store with these operations applied. */
export async function partsOf(operations: readonly Operation[], more: Partial<ApiParts> = {}): Promise<ApiParts> {
  const store: IndexStore = memoryStore(catalog);
  await store.apply(operations);
  const accept: Accept = async (posted) =>
    posted.map(({ value }) => {
      const text = Buffer.from(value).toString();
      if (text.includes("bad")) return { result: "rejected", reason: "it is bad" };
      return { result: text.includes("dull") ? "ignored" : "stored" };
    });
  return {
    store,
    catalog,
    policy: policyOf(catalog),
    accept,
    identify: staticTokens(people),
    ready: () => store.ready(),
    log: keptLog().log,
    now: () => NOW,
    cursorKey: Buffer.alloc(32, "key"),
    ...more,
  };
}

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
};
export type Question = { method?: string; token?: string; body?: unknown; headers?: Record<string, string> };

/** Asks over real HTTP, which unlike `fetch` lets a GET have a body. A body that is no text is sent as JSON. */
export function ask(url: string, path: string, { method = "GET", token, body, headers }: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const bytes =
      body === undefined || typeof body === "string" || body instanceof Uint8Array
        ? (body ?? "")
        : JSON.stringify(body);
    const all: Record<string, string> = { ...(token === undefined ? {} : { "X-Auth-Token": token }), ...headers };
    if (bytes.length > 0 && !("Transfer-Encoding" in all)) all["Content-Length"] = String(Buffer.byteLength(bytes));
    const request = send(url + path, { method, headers: all, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    request.on("error", reject);
    request.end(bytes);
  });
}

/** A server for a whole test file; resolves questions once it is up. */
export function served(
  operations: readonly Operation[] = fleet,
  more: Partial<ApiParts> = {},
): (path: string, question?: Question) => Promise<Answer> {
  let server: Server | undefined;
  before(async () => {
    server = await listen(createApp(await partsOf(operations, more)), { host: "127.0.0.1", port: 0 });
  });
  after(() => server?.close(100));
  return (path, question = {}) => ask(server!.url, path, question);
}

export type Found = {
  took: number;
  hits: {
    total: number;
    max_score: number;
    hits: {
      _id: string;
      _type: string;
      _index: string;
      _score: number;
      _source?: Record<string, unknown>;
      _version?: number;
      highlight?: Record<string, string[]>;
      sort?: unknown[];
    }[];
  };
  aggregations?: Record<string, { buckets: unknown[]; sum_other_doc_count: number }>;
};
