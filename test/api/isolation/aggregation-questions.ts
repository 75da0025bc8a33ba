import fc from "fast-check";
import { query } from "./clause-questions.ts";
import { countable, keyed, of } from "./vocabulary.ts";

const measured = fc.record({ field: fc.oneof({ weight: 12, arbitrary: countable }, of("secret", "nosuch")) });
const measurable = of("size", "thrust", "properties.size", "metadata.size", "properties.hw.cpu");
/** An aggregation of every kind, perhaps with another in its buckets. */
export const aggregation = fc
  .tuple(
    fc.oneof(
      fc.record({ terms: fc.record({ field: countable, size: of(1, 10) }) }),
      keyed(
        of("terms"),
        fc.record(
          {
            field: countable,
            size: of(1, 2),
            order: of<object>({ _count: "asc" }, { _key: "desc" }),
            include: of<unknown>("u.*", ["active", "lts", 1, true]),
            exclude: of<unknown>(["lts"], "a.*"),
            missing: of<string | number>("none", 0),
            min_doc_count: of(1),
          },
          { requiredKeys: ["field"] },
        ),
      ),
      fc.record({ filter: query }),
      fc.record({ missing: measured }),
      fc.record({ cardinality: measured }),
      fc.record({ stats: of({ field: "size" }, { field: "created_at" }) }),
      fc
        .tuple(of("min", "max", "sum", "avg", "value_count"), measurable, of<object>({}, { missing: 3 }))
        .map(([kind, field, more]) => ({ [kind]: { field, ...more } })),
      keyed(of("max", "sum", "avg"), of({ field: "created_at", format: "yyyy-MM-dd" })),
      of(
        { histogram: { field: "size", interval: 2, missing: 1, keyed: true, extended_bounds: { min: -4, max: 12 } } },
        { histogram: { field: "properties.size", interval: 5, order: { _count: "desc" } } },
        { date_histogram: { field: "created_at", fixed_interval: "12h", offset: "+6h", format: "yyyy-MM-dd HH" } },
        { date_histogram: { field: "created_at", calendar_interval: "year", hard_bounds: { max: "2026-06" } } },
        { range: { field: "properties.size", keyed: true, missing: 9, ranges: [{ to: 9 }, { from: 9, key: "x" }] } },
        { filters: { filters: { a: { term: { status: "active" } } }, other_bucket: true } },
        { nested: { path: "crew" }, aggs: { r: { reverse_nested: {}, aggs: { t: { top_hits: { sort: "_id" } } } } } },
        { histogram: { field: "size", interval: 2, offset: 1, min_doc_count: 1, hard_bounds: { min: 2 } } },
        {
          date_histogram: { field: "created_at", interval: "day", time_zone: "Europe/Vienna", order: { _key: "desc" } },
        },
        { date_histogram: { field: "created_at", calendar_interval: "month", keyed: true, min_doc_count: 1 } },
        {
          date_histogram: {
            field: "updated_at",
            calendar_interval: "year",
            missing: "2026-01-01",
            extended_bounds: { max: "2027" },
          },
        },
        {
          date_range: { field: "created_at", keyed: true, ranges: [{ from: "2026", key: "new" }, { to: "now-1y/y" }] },
        },
        {
          date_range: { field: "updated_at", format: "yyyy-MM", missing: "2026-11", ranges: [{ from: "2026-11||/M" }] },
        },
        { filters: { filters: { a: { term: { tags: "lts" } } }, keyed: false, other_bucket_key: "rest" } },
        { min: { field: "created_at", missing: "2020", format: "yyyy" } },
        { terms: { field: "created_at", format: "yyyy-MM" } },
        { cardinality: { field: "tags", missing: "none", precision_threshold: 10 } },
        { nested: { path: "crew" }, aggs: { b: { terms: { field: "crew.role" } } } },
        { top_hits: { from: 1, size: 1, sort: [{ size: "desc" }], track_scores: true } },
        { composite: { size: 1, sources: [{ s: { terms: { field: "status" } } }], after: { s: "active" } } },
        {
          composite: {
            sources: [
              { d: { date_histogram: { field: "created_at", calendar_interval: "day", order: "desc" } } },
              { m: { terms: { field: "tags", missing_bucket: true } } },
            ],
          },
        },
        { histogram: { field: "size", interval: 2, order: { _key: "desc" } } },
        { date_histogram: { field: "created_at", calendar_interval: "year", order: { _count: "asc" } } },
        {
          date_histogram: { field: "created_at", fixed_interval: "90d", extended_bounds: { min: "2026", max: "2027" } },
        },
        { stats: { field: "created_at", missing: "2026", format: "yyyy-MM" } },
        {
          composite: {
            sources: [{ d: { date_histogram: { field: "created_at", fixed_interval: "1d", offset: "+6h" } } }],
          },
        },
        {
          composite: {
            sources: [
              { d: { date_histogram: { field: "created_at", calendar_interval: "day", time_zone: "Europe/Vienna" } } },
            ],
          },
        },
        {
          top_hits: { sort: [{ size: { order: "asc", missing: "_first", unmapped_type: "long" } }], _source: true },
        },
        { top_hits: { sort: [{ nosuch: { ignore_unmapped: true } }], _source: { include: "name", exclude: "owner" } } },
        { top_hits: { _source: { includes: ["name", "secret"], excludes: ["crew.*"] } } },
        { date_histogram: { field: "created_at", calendar_interval: "month" } },
        { range: { field: "size", ranges: [{ to: 5 }, { from: 5 }] } },
        { nested: { path: "crew" } },
        { nested: { path: "checks" } },
        { filters: { filters: [{ term: { status: "active" } }, { exists: { field: "tags" } }] } },
        {
          composite: { size: 2, sources: [{ s: { terms: { field: "tags" } } }, { t: { terms: { field: "owner" } } }] },
        },
        { composite: { sources: [{ s: { histogram: { field: "size", interval: 2, order: "desc" } } }] } },
      ),
    ),
    fc.option(
      fc.record({
        b: fc.oneof(
          fc.record({ terms: measured }),
          of({ top_hits: { size: 2, version: true } }, { top_hits: { sort: "name", _source: ["name", "secret"] } }),
        ),
      }),
      { nil: undefined },
    ),
  )
  .chain(([one, aggs]) =>
    of(
      ...(aggs === undefined
        ? [one]
        : [
            { aggs, ...one },
            { aggregations: aggs, ...one },
          ]),
    ),
  );
