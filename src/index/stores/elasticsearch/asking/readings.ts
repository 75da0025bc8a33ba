import type { Probe, Reading } from "../../../aggregations/probe.ts";
import type { Value } from "../../../values.ts";
import type { Asker } from "./asker.ts";
import type { Aggregation, Query } from "../documents/clause.ts";
import {
  isOfValues,
  isWhole,
  pageClause,
  partClause,
  partsOf,
  readPage,
  readPart,
  readValues,
  type Part,
} from "./aggregate.ts";
import { joined } from "./joined.ts";
import { reasonsOf, type Answer, type Send } from "./send.ts";

/** Values in one page of a count. All aggregations of one search may have 65,536 buckets (`search.max_buckets`). */
const PAGE = 10_000;
const MAX_BUCKETS = 60_000;
/** Buckets of known number, and probes, that one search asks for. */
const MAX_KNOWN = 30_000;
const MAX_PROBES = 100;

/** Probes that one search answers. */
export type Batch = readonly { readonly probe: Probe; readonly parts: readonly Part[] }[];

/** Buckets that Elasticsearch makes for a part, but for its values. */
const known = ({ probe }: Part): number => (probe.what === "steps" ? probe.edges.length : 1);
const knownIn = (batch: Batch): number => batch.flatMap(({ parts }) => parts.map(known)).reduce((a, b) => a + b, 0);

/** The probes in batches that Elasticsearch answers at once. */
export function batchesOf(asker: Asker, probes: readonly Probe[]): Batch[] {
  const batches: Batch[number][][] = [[]];
  let room = MAX_KNOWN;
  for (const probe of probes) {
    const one = { probe, parts: partsOf(asker, probe) };
    const cost = knownIn([one]);
    if (batches.at(-1)!.length === MAX_PROBES || cost > room) {
      batches.push([]);
      room = MAX_KNOWN;
    }
    room -= cost;
    batches.at(-1)!.push(one);
  }
  return batches;
}

/** Our own names, for a caller's may hold what Elasticsearch's may not. */
const clauseName = (probe: number, part: number): string => `${probe}_${part}`;

/** The clauses that ask for a batch. */
export function clausesOf(batch: Batch): Record<string, Aggregation> {
  const counts = batch.flatMap(({ parts }) => parts).filter(isOfValues).length;
  const size = Math.min(PAGE, Math.floor((MAX_BUCKETS - knownIn(batch)) / Math.max(counts, 1)));
  return Object.fromEntries(
    batch.flatMap(({ parts }, i) => parts.map((part, j) => [clauseName(i, j), partClause(part, size)] as const)),
  );
}

/** Where to ask, of what was found, and where to note what did not answer. */
export type Asked = { readonly send: Send; readonly query: Query; readonly reasons: Set<string> };

/** Every value of a part, page by page. */
async function allValues({ send, query, reasons }: Asked, part: Part): Promise<Map<Value, number>> {
  const counts = new Map<Value, number>();
  const narrow = { bool: { filter: [query, part.narrow] } };
  let after: Value | undefined;
  do {
    const answer = await send({ query: narrow, size: 0, aggs: pageClause(part, PAGE, after) });
    for (const reason of reasonsOf(answer)) reasons.add(reason);
    const page = readPage(part, answer.aggregations);
    for (const [value, count] of page) counts.set(value, count);
    after = page.length === PAGE ? page.at(-1)![0] : undefined;
  } while (after !== undefined);
  return counts;
}

/**
 * The exact readings of a batch from the answer to its clauses. A part with more values than there was room for is counted
 * again, page by page.
 */
export async function readBatch(
  batch: Batch,
  { aggregations }: Pick<Answer, "aggregations">,
  asked: Asked,
): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const [i, { probe, parts }] of batch.entries()) {
    const own: Reading[] = [];
    for (const [j, part] of parts.entries()) {
      const aggregate = aggregations?.[clauseName(i, j)];
      own.push(isWhole(part, aggregate) ? readPart(part, aggregate) : readValues(part, await allValues(asked, part)));
    }
    readings.push(joined(probe, own));
  }
  return readings;
}

/** Asks for a batch and reads it; of nothing, nothing is asked. */
async function ask(batch: Batch, asked: Asked): Promise<Reading[]> {
  if (batch.every(({ parts }) => parts.length === 0)) return readBatch(batch, {}, asked);
  const answer = await asked.send({ query: asked.query, size: 0, aggs: clausesOf(batch) });
  for (const reason of reasonsOf(answer)) asked.reasons.add(reason);
  return readBatch(batch, answer, asked);
}

/** Asks for batches, one after the other. */
export async function askAll(batches: readonly Batch[], asked: Asked): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const batch of batches) readings.push(...(await ask(batch, asked)));
  return readings;
}
