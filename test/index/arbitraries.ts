import fc from "fast-check";
import type { Fields } from "../../src/index/json.ts";
import type { Operation } from "../../src/index/operation.ts";
import { parsePattern, prefixPattern } from "../../src/index/pattern.ts";
import type { SearchQuery, Sort } from "../../src/index/query.ts";
import type { SearchRequest } from "../../src/index/request.ts";
import { scopeOf, type Scope } from "../../src/index/scope.ts";
import { aggregationsOver } from "./aggregation-arbitraries.ts";
import { inexact } from "./inexact.ts";
import { address, checks, crew, NESTED, nestedQuery } from "./nested-arbitraries.ts";
import { operationOn } from "./operation-arbitraries.ts";

/** Few values, so that they meet: names that tokenise in every way, projects, times that tie. */
const NAMES = [
  "ubuntu-22.04-minimal",
  "Ubuntu 24.04_LTS",
  "ubuntu",
  "Ünïcode ✓ 日本語",
  "",
  "a:b/c d",
  "debian 12",
  "22",
  "𝒳 rocket",
  "\uFFFD x",
  "minimal 22.04 lts y of ubuntu minimal",
];
const PROJECTS = ["p1", "p2", "p3"];
/** A user may have a project's id, and is not it. */
const USERS = ["u1", "p1", "user:p1"];
const IDS = ["r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "p1/q ü", "R9"];
const TIMES = [
  "2026-11-22T17:13:30Z",
  "2026-11-22T17:13:30.000001",
  "2026-11-22 17:13:31",
  "2025-01-01T00:00:00+02:00",
  "not a time",
];
const WORDS = [
  "ubuntu",
  "22.04",
  "minimal",
  "lts",
  "日本",
  "unicode",
  "rocket",
  "debian 12",
  "ada",
  "nothing",
  "ubu",
  "-",
];

const nullable = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { nil: null, freq: 6 });
const of = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const time = nullable(of(...TIMES));
const properties = fc.dictionary(
  of("os_distro", "hw.cpu", "hw.cpu.model", "size", "ünï", "a b"),
  fc.oneof(
    of<string | number | boolean>("ubuntu", "Debian", "10", "9", "-1.5", "x y", true, 7),
    of<string | number>("10.0", "-0", "007", "1e3", "12345678901234567890", "0.1", 3),
    fc.array(of("a", "b", "10", "10.0", "9", "-3"), { maxLength: 4 }),
  ),
  { maxKeys: 4, noNullPrototype: true },
);

export const rocketFields: fc.Arbitrary<Fields> = fc.record(
  {
    name: nullable(of(...NAMES)),
    description: of(...NAMES),
    status: of("active", "queued", "Active", "killed"),
    stage: of("1.0.0", "1.10.0", "1.9.0", "2.0.0-rc.1", "2.0.0", "junk"),
    owner: nullable(of(...PROJECTS)),
    captain: nullable(of(...USERS)),
    visibility: of("public", "private", "shared", "community"),
    size: nullable(of(0, 1, 10, 9, 5_000_000_000, -3)),
    thrust: fc.oneof(of(0.5, 1, 1e10, -2.25), fc.array(of(0.1, 0.2, 0.3, 7, -1e16, 1e16, 1), { maxLength: 4 })),
    crewed: fc.boolean(),
    created_at: time,
    updated_at: time,
    tags: fc.array(of("lts", "prod", "ubuntu", "Z"), { maxLength: 3 }),
    properties,
    secret: of("hush ubuntu", "rocket"),
    hidden: fc.boolean(),
    crew,
    checks,
    address: fc.oneof(address, fc.array(address, { maxLength: 3 })),
  },
  { requiredKeys: ["owner", "visibility"] },
);

const probeFields = fc.record(
  {
    name: of(...NAMES),
    status: of("active", "lost"),
    project_id: of(...PROJECTS),
    size: of(1, 2, 10),
    created_at: time,
    metadata: properties,
  },
  { requiredKeys: ["project_id"] },
) as fc.Arbitrary<Fields>;

const auditFields = fc.record(
  { name: of(...NAMES), status: of("active"), noted: time, auditor: of(...PROJECTS) },
  { requiredKeys: ["name"] },
);

/** Operations on few resources, so that they meet in every order. */
export const operations = (ids: readonly string[] = IDS): fc.Arbitrary<Operation> =>
  fc.oneof(
    { weight: 4, arbitrary: operationOn("Test::Acme::Rocket", of(...ids), rocketFields) },
    { weight: 2, arbitrary: operationOn("Test::Acme::Probe", of(...ids), probeFields) },
    {
      weight: 1,
      arbitrary: operationOn("Test::Acme::Audit", of(...ids), auditFields),
    },
  );

export const scopes: fc.Arbitrary<Scope> = fc
  .record({
    projectId: of(...PROJECTS, "p4", "user:u1"),
    userId: of(...USERS),
    roles: of(["member"], ["reader"], ["admin"]),
    allProjects: fc.boolean(),
    auditor: fc.boolean(),
  })
  .map(({ allProjects, auditor, ...rest }) => scopeOf(rest, { allProjects, ...(auditor && { granted: true }) }));

const field = of(
  "name",
  "description",
  "status",
  "owner",
  "project_id",
  "size",
  "thrust",
  "stage",
  "crewed",
  "created_at",
  "tags",
  "properties.os_distro",
  "properties.hw.cpu",
  "properties",
  "metadata.size",
  "secret",
  "members",
  "os_distro",
  "nosuch",
  "_id",
  "_type",
  "hidden",
  ...NESTED,
  "address",
);
const value = fc.oneof(
  of<string | number | boolean>(
    "active",
    "ubuntu",
    "p1",
    1,
    10,
    "10",
    true,
    "1.10",
    "2026-11-22T17:13:30Z",
    "lts",
    "r1",
    "Debian",
    "pilot",
    30,
    "10.0.0.1",
    "10.0.0.0/8",
    "2001:db8::/32",
  ),
  of(...NAMES),
);
const fieldNames = fc.oneof(
  fc.constant("any" as const),
  fc.array(fc.record({ name: field, weight: of(1, 2, 5, 0.7) }), { minLength: 1, maxLength: 3 }),
);
const side = of("gt", "gte", "lt", "lte");

const leaf: fc.Arbitrary<SearchQuery> = fc.oneof(
  fc.constantFrom<SearchQuery>({ kind: "all" }, { kind: "none" }),
  fc.record({ kind: fc.constant("terms" as const), field, values: fc.array(value, { minLength: 1, maxLength: 3 }) }),
  fc.record({
    kind: fc.constant("range" as const),
    field: of("size", "thrust", "properties.size", "metadata.size", "crew.age", "nosuch"),
    bounds: fc.dictionary(side, of(-2, 0, 1, 9.5, 10, 5e9), { minKeys: 1, maxKeys: 2 }),
  }),
  fc.record({
    kind: fc.constant("range" as const),
    field: of("created_at", "updated_at", "crew.born"),
    bounds: fc.dictionary(side, of("2026-11-22T17:13:30Z", "2026-01-01"), { minKeys: 1, maxKeys: 2 }),
  }),
  fc.record({
    kind: fc.constant("range" as const),
    field: of("name", "status", "stage", "properties.os_distro"),
    bounds: fc.dictionary(side, of("1.9", "2.0.0", "1.0.0"), { minKeys: 1, maxKeys: 2 }),
  }),
  fc.record({
    kind: fc.constant("range" as const),
    field: of("address", "crew.host"),
    bounds: fc.dictionary(side, of("10.0.0.1", "::1", "2001:db8::"), { minKeys: 1, maxKeys: 2 }),
  }),
  fc.record({ kind: fc.constant("exists" as const), field }),
  fc.record({
    kind: fc.constant("pattern" as const),
    fields: fieldNames,
    pattern: of("ubu*", "*04*", "?ctive", "*", "ubuntu-22*", "22.0?", "u*u", "日*", "\\*", "Ü*", "10.0.*", "*:1").map(
      parsePattern,
    ),
  }),
  fc.record({
    kind: fc.constant("pattern" as const),
    fields: fieldNames,
    pattern: of("ubu", "22", "a", "").map(prefixPattern),
  }),
  fc.record({
    kind: fc.constant("words" as const),
    fields: fieldNames,
    text: fc.array(of(...WORDS), { minLength: 1, maxLength: 3 }).map((words) => words.join(" ")),
    mode: of("any", "all", "phrase", "prefix"),
  }),
  inexact(fieldNames),
  fc.record({ kind: fc.constant("ids" as const), ids: fc.subarray(IDS) }),
);

/** Any tree that the language can say, over the contract's types. */
const queries: fc.Arbitrary<SearchQuery> = fc.letrec<{ tree: SearchQuery }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 4, arbitrary: leaf },
    { weight: 1, arbitrary: nestedQuery },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant("and" as const), of: fc.array(tie("tree"), { maxLength: 3 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("or" as const),
        of: fc.array(tie("tree"), { maxLength: 3 }),
        atLeast: of(0, 1, 1, 2),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: of("not" as const, "filter" as const), of: tie("tree") }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("boost" as const),
        of: tie("tree"),
        by: of(2, 3, 0.3, 0, 1.1, 0.01, 1e6),
      }),
    },
  ),
})).tree;

const SORTED =
  "name status project_id owner size created_at _score _id _type tags properties.os_distro crew crew.age crew.role crew.clearance address".split(
    " ",
  );

const sorts: fc.Arbitrary<Sort[]> = fc.oneof(
  fc.constant<Sort[]>([]),
  fc.array(
    fc.record({
      field: of(...SORTED),
      order: of("asc", "desc"),
    }),
    { minLength: 1, maxLength: 2 },
  ),
);

/** Whole requests; `types` may name the administrators' type only where the scope is an administrator's. */
export const requests = (types: readonly string[]): fc.Arbitrary<SearchRequest> =>
  fc.record(
    {
      types: fc.subarray([...types], { minLength: 1 }),
      query: queries,
      postFilter: queries,
      sort: sorts,
      from: of(0, 0, 1, 3),
      size: of(0, 2, 25),
      aggregations: aggregationsOver(queries),
    },
    { requiredKeys: ["types", "query", "sort", "from", "size", "aggregations"] },
  );
