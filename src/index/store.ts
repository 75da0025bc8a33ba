import type { Freshness } from "./freshness.ts";
import type { Hit } from "./hit.ts";
import type { Operation } from "./operation.ts";
import type { AggregationAnswers } from "./aggregations/counted.ts";
import type { SearchRequest } from "./request.ts";
import type { Outdated } from "./rebuild.ts";
import type { Ref, Resource } from "./resource.ts";
import type { Scope } from "./scope.ts";
import type { SuggestAnswer, SuggestRequest } from "./suggest/suggestion.ts";

/** What became of one operation. A rejected one will never fit, however often it is tried; the reason says why. */
export type Outcome = { readonly stored: true } | { readonly stored: false; readonly reason: string };

/** The reason of an answer that ran out of time, and holds what was found until then. */
export const LATE = "the index did not answer in time";

/**
 * What a search found. `total` and aggregations are exact. `complete` is false, with `reasons`, when a part of the index
 * did not answer.
 */
export type SearchAnswer = {
  readonly total: number;
  readonly hits: readonly Hit[];
  readonly aggregations: AggregationAnswers;
  readonly complete: boolean;
  readonly reasons: readonly string[];
};

/**
 * The port to an engine. `test/index/store-contract.ts` is its specification; every store passes it.
 *
 * **Invariants.** `apply` resolves only when everything it accepted is durable. Every reading takes a `Scope`. All stores
 * give the same answers.
 */
export interface IndexStore {
  /**
   * Merges operations into the index, one outcome for each, in their order. One that does not fit is rejected alone.
   * @throws SearchlightError `store-unavailable` when nothing can be said of the batch: try all of it again, it does no harm
   */
  apply(operations: readonly Operation[]): Promise<readonly Outcome[]>;
  /**
   * Hits, total and counts of what the scope lists. Orders by the request's sort, else by score; then newest, then id.
   * What was applied is found at the latest a second later.
   */
  search(request: SearchRequest, scope: Scope, signal?: AbortSignal): Promise<SearchAnswer>;
  /** Ways to go on typing, of what the scope lists: best first, each once. */
  suggest(request: SuggestRequest, scope: Scope, signal?: AbortSignal): Promise<SuggestAnswer>;
  /** The resource, if the scope may read it by id; undefined when there is none, or none for this caller. */
  get(ref: Ref, scope: Scope): Promise<Hit | undefined>;
  /**
   * The states of a type, tombstones too, in no order: for comparing with services, rebuilding, tests.
   * @throws SearchlightError `forbidden` for any scope but the index's own (`indexerScope`)
   */
  scan(type: string, scope: Scope): AsyncIterable<Resource>;
  /**
   * What is kept of these resources, tombstones too, in their order; undefined for what is not kept.
   * @throws SearchlightError `forbidden` for any scope but the index's own (`indexerScope`)
   */
  states(refs: readonly Ref[], scope: Scope): Promise<readonly (Resource | undefined)[]>;
  /**
   * Forgets what does not exist and was last written before `before`: microseconds since 1970 by the clock of whoever
   * wrote it, never by the time of an event, for old events arrive late and would take their own tombstones with them.
   * Resolves to how many.
   */
  purge(before: number): Promise<number>;
  /** What of the index another definition or another version made, and so should be made anew: the types of it. */
  outdated(): Promise<readonly Outdated[]>;
  /** How fresh the index is, by all that was noted, by whichever process: nothing older than a restart is forgotten. */
  freshness(): Promise<Freshness>;
  /** Joins what a process knows of that to what is kept, durably. */
  note(freshness: Freshness): Promise<void>;
  /** Makes all that was applied findable now. For tests, and for those who just wrote and want to read. */
  refresh(): Promise<void>;
  /** Resolves when the store can serve; @throws SearchlightError `store-unavailable` saying what is wrong. */
  ready(): Promise<void>;
  close(): Promise<void>;
}
