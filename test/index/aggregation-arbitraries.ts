import fc from "fast-check";
import type { Aggregation, Aggregations } from "../../src/index/aggregations/aggregation.ts";
import type { SearchQuery } from "../../src/index/query.ts";
import { ofObjects } from "./nested-arbitraries.ts";

const of = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const kind = <const T extends string>(name: T): fc.Arbitrary<T> => fc.constant(name);

const counted = of(
  "status",
  "tags",
  "crewed",
  "size",
  "created_at",
  "properties.os_distro",
  "os_distro",
  "_type",
  "members",
  "properties",
  "hidden",
  "nosuch",
  "stage",
  "crew",
  "crew.role",
  "crew.name",
  "crew.clearance",
  "address",
  "crew.role",
  "crew.age",
);
const measured = of(
  "size",
  "thrust",
  "created_at",
  "tags",
  "status",
  "_id",
  "properties.size",
  "properties.size",
  "metadata.size",
  "properties.hw.cpu",
  "crew.age",
  "nosuch",
);
const numeric = of(
  "size",
  "thrust",
  "created_at",
  "status",
  "members",
  "crew.age",
  "crew.born",
  "nosuch",
  "properties.size",
  "metadata.size",
  "properties.hw.cpu",
);
const TIME = 1_795_000_000_000_000;
const bound = of(-3, 0, 0.5, 1, 9, 10, 5e9, TIME, TIME + 500);

const choice = fc.oneof(
  fc.record({
    values: fc.array(of<string | number | boolean>("active", "lts", 1, 10, true, "ubuntu", "1.10"), { maxLength: 3 }),
  }),
  fc.record({ prefix: of("a", "A", "l", "", "ub", "2", "10."), folded: fc.boolean() }),
);

const terms = fc.record(
  {
    kind: kind("terms"),
    field: counted,
    size: of(1, 3, 100),
    from: of(0, 1, 2),
    order: fc.record({ by: of("count", "key"), direction: of("asc", "desc") }),
    include: choice,
    exclude: choice,
    missing: of<string | number | boolean>("active", "none", 0, false, "2026-11-22"),
    types: fc.subarray(["Test::Acme::Rocket", "Test::Acme::Probe"]),
  },
  { requiredKeys: ["kind", "field", "size"] },
);

const metric = fc.record(
  {
    kind: of("cardinality", "value_count", "min", "max", "sum", "avg", "stats"),
    field: measured,
    missing: of<string | number>("active", 0, -7.5, TIME, "9"),
  },
  { requiredKeys: ["kind", "field"] },
);

const range = fc.record(
  {
    kind: kind("range"),
    field: numeric,
    ranges: fc.array(fc.record({ from: bound, to: bound }, { requiredKeys: [] }), { minLength: 1, maxLength: 3 }),
    missing: bound,
  },
  { requiredKeys: ["kind", "field", "ranges"] },
);

const zone = of("UTC", "Europe/Vienna", "-03:30", "Australia/Lord_Howe");
const offset = of(0, 0, 21_600_000, -1000);
const steps = fc.oneof(
  fc.record({ by: kind("number"), width: of(0.1, 1, 7, 1e9, 1e15), offset: of(0, 0.5, -3) }),
  fc.record({ by: kind("time"), milliseconds: of(1000, 3_600_000, 43_200_000, 864_000_000), zone, offset }),
  fc.record({
    by: kind("calendar"),
    unit: of("minute", "hour", "day", "week", "month", "quarter", "year"),
    zone,
    offset,
  }),
);
const limits = fc.record({ min: bound, max: bound }, { requiredKeys: [] });
const histogram = fc.record(
  {
    kind: kind("histogram"),
    field: of(
      "size",
      "thrust",
      "thrust",
      "created_at",
      "created_at",
      "updated_at",
      "crew.born",
      "status",
      "properties.size",
      "properties.hw.cpu",
    ),
    steps,
    minimum: of(0, 1, 2),
    limit: fc.constant(200),
    missing: bound,
    extended: limits,
    hard: limits,
    order: fc.record({ by: of("count", "key"), direction: of("asc", "desc") }),
  },
  { requiredKeys: ["kind", "field", "steps", "minimum", "limit"] },
);

const side = fc.oneof(
  { weight: 3, arbitrary: fc.record({ by: kind("value"), field: counted, missing: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      by: kind("steps"),
      field: of("size", "created_at", "status", "properties.size"),
      steps,
      limit: fc.constant(200),
    }),
  },
);
const composite = fc.array(fc.tuple(side, of("asc", "desc")), { minLength: 1, maxLength: 3 }).chain((sides) =>
  fc.record(
    {
      kind: kind("composite"),
      sources: fc.constant(sides.map(([one, order], i) => ({ ...one, order, name: `s${i}` }))),
      size: of(1, 2, 5, 100),
      after: fc.tuple(...sides.map(() => of<string | number | null>("active", "lts", "m", null, 1, 9, TIME))),
    },
    { requiredKeys: ["kind", "sources", "size"] },
  ),
);

const top = fc.record({
  kind: kind("hits"),
  sort: fc.array(
    fc.record({
      field: of("name", "created_at", "_score", "_id", "status", "nosuch", "size"),
      order: of("asc", "desc"),
    }),
    { maxLength: 2 },
  ),
  from: of(0, 0, 1),
  size: of(0, 1, 3),
  source: fc.constant(false as const),
  version: fc.boolean(),
});

/** Aggregations of every kind, to a depth, that narrow by these queries. */
export function aggregationsOver(queries: fc.Arbitrary<SearchQuery>, depth = 2): fc.Arbitrary<Aggregations> {
  const inner =
    depth > 0 ? fc.option(aggregationsOver(queries, depth - 1), { nil: undefined }) : fc.constant(undefined);
  const holding = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T> =>
    fc.tuple(one, inner).map(([own, aggregations]) => (aggregations === undefined ? own : { ...own, aggregations }));
  const one: fc.Arbitrary<Aggregation> = fc.oneof(
    { weight: 4, arbitrary: holding<Aggregation>(terms) },
    { weight: 3, arbitrary: metric },
    { weight: 2, arbitrary: holding<Aggregation>(range) },
    { weight: 3, arbitrary: holding<Aggregation>(histogram) },
    { weight: 2, arbitrary: holding<Aggregation>(composite) },
    { weight: 2, arbitrary: top },
    { weight: 1, arbitrary: holding<Aggregation>(fc.record({ kind: kind("missing"), field: counted })) },
    {
      weight: 1,
      arbitrary: holding<Aggregation>(fc.record({ kind: kind("filter"), query: fc.oneof(queries, ofObjects) })),
    },
    {
      weight: 4,
      arbitrary: holding<Aggregation>(
        fc.record({ kind: kind("nested"), path: of("crew", "crew", "crew", "checks", "name", "nosuch") }),
      ),
    },
    { weight: 2, arbitrary: holding<Aggregation>(fc.record({ kind: kind("reverse_nested") })) },
    {
      weight: 1,
      arbitrary: holding<Aggregation>(
        fc.record({ kind: kind("filters"), queries: fc.array(fc.record({ query: queries }), { maxLength: 2 }) }),
      ),
    },
  );
  return fc.dictionary(of("a", "b"), one, { maxKeys: 2, noNullPrototype: true });
}
