import type { Operation } from "../index/operation.ts";
import type { IndexStore } from "../index/store.ts";
import { readNotification } from "./notification.ts";
import { turn } from "../turn.ts";
import type { Router } from "./router.ts";
import type { SourceRecord } from "./source.ts";

/**
 * What became of one record: `stored` (durable), with the types of the resources that it speaks of and when that was
 * observed (microseconds since 1970); `ignored` (it says nothing of a resource that we index); or `rejected` with the
 * reason, in words and without its payload.
 */
export type Handled =
  | { readonly result: "stored"; readonly types: readonly string[]; readonly observed: number }
  | { readonly result: "ignored" }
  | { readonly result: "rejected"; readonly reason: string };

const IGNORED: Handled = { result: "ignored" };

/** What a record means before anything is stored. */
type Decoded = { readonly operations: readonly Operation[] } | { readonly reason: string };

function decode(record: SourceRecord, route: Router): Decoded {
  if (record.unreadable !== undefined) return { reason: record.unreadable };
  const notification = readNotification(record);
  if ("unreadable" in notification) return { reason: notification.unreadable };
  const routed = route(notification);
  return "unusable" in routed ? { reason: routed.unusable } : routed;
}

/**
 * Records → the store, all in one call; one result for each, in their order. Resolves when everything that is `stored` is
 * durable. Nothing here tries again: that is the caller's (see `worker.ts`).
 *
 * @throws SearchlightError `store-unavailable` when nothing can be said of the batch
 */
export async function handle(
  records: readonly SourceRecord[],
  route: Router,
  store: Pick<IndexStore, "apply">,
): Promise<readonly Handled[]> {
  await turn(); // what another lane has made goes out first
  const decoded = records.map((record) => decode(record, route));
  const operations = decoded.flatMap((one) => ("operations" in one ? one.operations : []));
  const outcomes = operations.length > 0 ? await store.apply(operations) : [];
  let next = 0;
  return decoded.map((one): Handled => {
    if ("reason" in one) return { result: "rejected", reason: one.reason };
    if (one.operations.length === 0) return IGNORED;
    const own = outcomes.slice(next, (next += one.operations.length));
    const refused = own.find((outcome) => !outcome.stored);
    if (refused && !refused.stored) return { result: "rejected", reason: refused.reason };
    return {
      result: "stored",
      types: [...new Set(one.operations.map(({ ref }) => ref.type))],
      observed: one.operations[0]!.stamp.observed,
    };
  });
}
