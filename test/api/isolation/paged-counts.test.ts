import assert from "node:assert/strict";
import { test } from "node:test";
import type { TermsAggregation } from "../../../src/index/aggregations/aggregation.ts";
import { absent, open } from "../../index/elasticsearch/cluster.ts";
import { asking, member, put } from "../../index/worlds.ts";

/** As many counts as make Elasticsearch give each too little room for these values, so that they are counted in pages. */
const COUNTS = 60;
const VALUES = 1200;

const numbered = (what: string): string[] => Array.from({ length: VALUES }, (_, i) => `${what}${i}`);

test("values that are counted page by page are the caller's own", { skip: absent }, async (t) => {
  const store = await open();
  t.after(() => store.close());
  await store.apply([
    put("r1", { owner: "p1", visibility: "private", tags: [...numbered("mine"), "both"] }),
    put("r2", { owner: "p2", visibility: "private", tags: [...numbered("theirs"), "both"] }),
  ]);
  await store.refresh();
  const one: TermsAggregation = { kind: "terms", field: "tags", size: 2 * VALUES };
  const aggregations = Object.fromEntries(Array.from({ length: COUNTS }, (_, i) => [`a${i}`, one]));
  const answer = await store.search(asking({ kind: "all" }, { aggregations, size: 0 }), member("p1"));
  const expected = [...numbered("mine"), "both"].toSorted().map((key) => ({ key, count: 1 }));
  for (const name of ["a0", `a${COUNTS - 1}`])
    assert.deepEqual(answer.aggregations[name], { buckets: expected, others: 0, distinct: VALUES + 1 });
});
