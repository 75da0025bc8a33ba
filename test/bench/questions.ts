import { MID_SIZE } from "./population.ts";

const facet = (field: string): object => ({ terms: { field, size: 10 } });
const words = (query: string): object => ({ query_string: { query, default_operator: "AND" } });
const FACETS = Object.fromEntries(
  ["status", "visibility", "disk_format", "tags", "properties.os_version"].map((field) => [field, facet(field)]),
);
const sorted = (page: number): object => ({
  query: { range: { size: { gte: 4e9 } } },
  sort: [{ created_at: "desc" }],
  from: (page - 1) * 10,
});

/** [what is asked, the body]: the searches of every day, over all types. A project of the middle has no 500 pages. */
const SEARCHES: readonly (readonly [what: string, body: object])[] = [
  ["term", { query: { term: { status: "active" } } }],
  [
    "two words and a filter",
    { query: { bool: { must: [words("ubuntu web")], filter: [{ term: { disk_format: "qcow2" } }] } } },
  ],
  ["words with five facets", { query: words("debian server"), aggs: FACETS }],
  ["prefix", { query: { prefix: { name: "fedora-1" } } }],
  ["range sorted by date, page 1", sorted(1)],
  ["range sorted by date, page 30", sorted(30)],
  ["range sorted by date, page 500", sorted(500)],
  [
    "everything, five facets, histogram",
    { aggs: { ...FACETS, months: { date_histogram: { field: "created_at", calendar_interval: "month" } } } },
  ],
];

/** Who asks: a member of a project of the middle, and an administrator for all projects. */
export const PEOPLE = [
  { name: "project", token: "bench-member", userId: "m", projectId: MID_SIZE, roles: ["member"], pages: 30 },
  { name: "administrator", token: "bench-admin", userId: "a", projectId: MID_SIZE, roles: ["admin"], pages: 500 },
] as const;

export type Person = (typeof PEOPLE)[number];

/** What this person asks, as it is sent. */
export const asked = ({ name, pages }: Person): (readonly [what: string, body: string])[] =>
  SEARCHES.filter(([what]) => pages === 500 || !what.endsWith("500")).map(([what, body]) => [
    what,
    JSON.stringify(name === "administrator" ? { ...body, all_projects: true } : body),
  ]);
