import type { Catalog } from "../../catalog.ts";
import type { SearchRequest, TermsAnswer } from "../../query.ts";
import type { Scope } from "../../scope.ts";
import type { Value } from "../../values.ts";
import type { Aggregation, Query } from "./clause.ts";
import { answerOf, countClause, countsOf, ofTypes, pageClause, readCount, readPage } from "./aggregate.ts";
import type { Count, Counted } from "./aggregate.ts";
import { reasonsOf, type Answer, type Send } from "./send.ts";

/** Values in one page of a count. All aggregations of one search may have 65,536 (`search.max_buckets`). */
const PAGE = 10_000;
const MAX_BUCKETS = 60_000;

/** One aggregation and where its values are. */
export type Plan = { readonly name: string; readonly size: number; readonly counts: readonly Count[] };

/** The aggregations of a request and where the values of each are, for this caller. */
export const plansOf = (catalog: Catalog, request: SearchRequest, scope: Scope): Plan[] =>
  Object.entries(request.aggregations).map(([name, aggregation]) => ({
    name,
    size: aggregation.size,
    counts: countsOf(catalog, request, aggregation, scope),
  }));

/** Our own names, for a caller's may hold what Elasticsearch's may not. */
const clauseName = (plan: number, count: number): string => `${plan}_${count}`;

/** The clauses that ask for all the counts at once. */
export function clausesOf(plans: readonly Plan[]): Record<string, Aggregation> {
  const total = plans.reduce((sum, { counts }) => sum + counts.length, 0);
  const size = Math.min(PAGE, Math.floor(MAX_BUCKETS / Math.max(total, 1)));
  return Object.fromEntries(
    plans.flatMap(({ counts }, i) => counts.map((count, j) => [clauseName(i, j), countClause(count, size)] as const)),
  );
}

/** Every value of a count, page by page. */
async function countAll(send: Send, query: Query, { field, types }: Count, reasons: Set<string>): Promise<Counted> {
  const counts = new Map<Value, number>();
  const narrow = { bool: { filter: [query, ofTypes(types)] } };
  let after: Value | undefined;
  do {
    const answer = await send({ query: narrow, size: 0, aggs: { page: pageClause(field, PAGE, after) } });
    for (const reason of reasonsOf(answer)) reasons.add(reason);
    const page = readPage(answer.aggregations?.["page"]);
    for (const [value, count] of page) counts.set(value, count);
    after = page.length === PAGE ? page.at(-1)![0] : undefined;
  } while (after !== undefined);
  return { counts, complete: true };
}

/**
 * The exact answers to all aggregations. A count with more values than its clause was given room for is counted again, page
 * by page; what is incomplete then adds its reasons.
 */
export async function answersTo(
  plans: readonly Plan[],
  { aggregations }: Pick<Answer, "aggregations">,
  { send, query, reasons }: { readonly send: Send; readonly query: Query; readonly reasons: Set<string> },
): Promise<Record<string, TermsAnswer>> {
  const answers: [string, TermsAnswer][] = [];
  for (const [i, { name, size, counts }] of plans.entries()) {
    const counted: Counted[] = [];
    for (const [j, count] of counts.entries()) {
      const first = readCount(aggregations?.[clauseName(i, j)]);
      counted.push(first.complete ? first : await countAll(send, query, count, reasons));
    }
    answers.push([name, answerOf(counted, size)]);
  }
  return Object.fromEntries(answers);
}
