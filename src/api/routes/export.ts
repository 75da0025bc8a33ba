import { z } from "zod";
import type { Sort } from "../../index/query.ts";
import { askedIn } from "../asked-in.ts";
import type { Cursors } from "../cursor.ts";
import { addressSchema } from "../dialects/address.ts";
import { parsed } from "../dialects/input.ts";
import { searchSchema } from "../dialects/request.ts";
import { csvOf, ndjsonOf } from "../export-format.ts";
import { pageOf, streamOf } from "../export-stream.ts";
import type { Limits } from "../limits.ts";
import { namingStore, type NamingParts } from "../names/store.ts";
import { readPaged, type Paged } from "../paging.ts";
import type { ApiParts } from "../parts.ts";
import { READERS, type GuardedRoute } from "./route.ts";

const exportSchema = searchSchema
  .pick({ query: true, type: true, index: true, sort: true, _source: true, all_projects: true, cursor: true })
  .extend({ format: z.enum(["ndjson", "csv"], { error: "must be ndjson or csv" }).nullish() });

/** Read as they are by their own readers. */
const own = z.unknown().optional();
const Body = exportSchema.extend({ query: own, sort: own, _source: own });

/** By what never changes: a resource that is there all the time is exported, whatever becomes of it meanwhile. */
const BY_NAME: readonly Sort[] = [
  { field: "_type", order: "asc" },
  { field: "_id", order: "asc" },
];

const wantsCsv = (format: string | null | undefined, accept: string | null): boolean =>
  (format ?? (accept?.includes("text/csv") && !accept.includes("application/x-ndjson") ? "csv" : "ndjson")) === "csv";

const line = z.object({
  _type: z.string(),
  _id: z.string(),
  _version: z.int(),
  _source: z.record(z.string(), z.unknown()).optional(),
  _cursor: z.string().optional().describe("Where to go on behind this resource, when cursors are asked for"),
});

/** Everything that a search matches, as a stream. */
export const exportRoute = (
  {
    store,
    catalog,
    policy,
    cursors,
    log,
    now = Date.now,
    ...naming
  }: NamingParts & Pick<ApiParts, "log" | "now"> & { cursors: Cursors },
  limits: Limits,
): GuardedRoute => ({
  ...READERS,
  streams: true,
  methods: ["POST", "GET"],
  path: "/v1/search/export",
  bytes: ({ searchBytes }) => searchBytes,
  says: {
    summary: "Export everything that a search matches",
    description:
      "One resource a line, as NDJSON, or as CSV with `format` or `Accept: text/csv`; sorted by type and id unless `sort` says " +
      'otherwise. With `"cursor": true` each line tells in `_cursor` where to go on behind it; send the last one that came ' +
      "whole, with the same search, to resume (CSV then has no head). A failure breaks the connection off: what ends properly is " +
      "everything. In CSV `_source` names the columns, lists and maps are JSON, and a text that a spreadsheet would run as a " +
      "formula begins with an apostrophe.",
    query: addressSchema.omit({ limit: true, offset: true, wait_for: true }),
    body: {
      schema: exportSchema,
      types: ["application/json"],
      examples: {
        "What is active, as a table": { query: { query_string: { query: "status:active" } }, format: "csv" },
      },
    },
    answers: [
      { status: 200, says: "A line for each resource", schema: line, types: ["application/x-ndjson", "text/csv"] },
    ],
    fails: [
      "bad-request",
      "unsupported",
      "unknown-type",
      "unknown-field",
      "too-large",
      "store-unavailable",
      "timed-out",
    ],
  },
  handle: async (call) => {
    const { format: name, ...search } = parsed(Body, (await askedIn(call)).value, "");
    const size = Math.min(limits.exportPage, limits.window);
    const sort = search.sort ?? BY_NAME.map(({ field }) => field);
    const reading = { catalog, policy, cursors, limits, now: now() };
    const paged: Paged = readPaged({ ...search, sort, size }, call.principal, reading);
    const { asked, wanted, cursorAt } = paged;
    call.seen(asked.scope);
    const csv = wantsCsv(name, call.headers.get("accept"));
    const { type, head, line } = csv ? csvOf(search["_source"], paged, catalog, limits) : ndjsonOf(asked);
    const named = namingStore({ store, catalog, policy, ...naming }, call.principal, limits);
    const first = await pageOf(named, asked, asked.request.after, call.signal);
    const stream = streamOf(head, first, {
      ...call,
      size,
      log,
      read: (after) =>
        pageOf(named, asked, after, AbortSignal.any([call.gone, AbortSignal.timeout(limits.searchMilliseconds)])),
      write: (page) => page.map((hit) => line(hit, wanted ? cursorAt(hit) : undefined)).join(""),
    });
    return new Response(stream, {
      headers: { "Content-Type": type, ...(csv && { "Content-Disposition": 'attachment; filename="export.csv"' }) },
    });
  },
});
