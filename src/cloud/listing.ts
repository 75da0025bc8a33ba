import { messageOf, placesOf, SearchlightError } from "../errors.ts";
import type { Report } from "../index/reconcile.ts";
import {
  eachOf,
  operationOf,
  type EachListing,
  type Listing,
  type ListRequest,
  type ResourcePlugin,
  type Told,
} from "../plugin.ts";
import { inParallel } from "./parallel.ts";
import type { Page, Visit } from "./visit.ts";

/** Where a walk through the requests of a listing is: at the one with this path, at the page that the query names. */
export type Place = { readonly path: string; readonly query: string | undefined };

/**
 * What a page told.
 *
 * - `reports`: by resource id.
 * - `observed`: when it was asked for, in microseconds since 1970.
 * - `next`: where the listing goes on; undefined at its end.
 * - `problems`: what could not be read, in words; with any, the listing is not complete.
 */
export type ListedPage = {
  readonly reports: ReadonlyMap<string, Report>;
  readonly observed: number;
  readonly next: Place | undefined;
  readonly problems: readonly string[];
};

type Asking = {
  readonly plugin: ResourcePlugin;
  readonly list: Listing;
  readonly at: Visit;
  readonly known: (id: string) => boolean;
};
type Draft = { readonly reports: Map<string, Report>; readonly observed: number; readonly problems: string[] };

const ITEMS_AT_ONCE = 8;

const reasonOf = (error: unknown): string => placesOf(error) ?? messageOf(error);

/** What is no error of ours was thrown by a plugin's reading of an answer. */
const unreadable = (path: string, error: unknown): SearchlightError =>
  error instanceof SearchlightError
    ? error
    : new SearchlightError("service-failed", `${path}: not what the service answers: ${reasonOf(error)}`);

type Items = Page & { readonly items: readonly unknown[] };

async function* itemPages(at: Visit, request: ListRequest, from?: string): AsyncGenerator<Items, void, void> {
  try {
    for await (const page of at.pages(request, from)) yield { ...page, items: [...request.items(page.answer)] };
  } catch (error) {
    throw unreadable(request.path, error);
  }
}

async function allItems(at: Visit, request: ListRequest): Promise<{ items: unknown[]; observed: number }> {
  const all: { items: unknown[]; observed: number } = { items: [], observed: Infinity };
  for await (const { items, observed } of itemPages(at, request)) {
    for (const item of items) all.items.push(item);
    all.observed = Math.min(all.observed, observed);
  }
  return all;
}

function addTold({ reports, observed }: Draft, type: string, told: readonly Told[]): void {
  for (const one of told) {
    const report = reports.get(one.id) ?? { operations: [], whole: [], observed };
    reports.set(one.id, { ...report, operations: [...report.operations, operationOf(type, "listing", one)] });
  }
}

/** An item that cannot be read is a problem, and makes the listing incomplete; the others are told all the same. */
function mapItem({ plugin, list, at }: Asking, draft: Draft, item: unknown): string | undefined {
  try {
    const told = list.map(item, { projectId: at.projectId, observed: draft.observed });
    addTold(draft, plugin.type, told);
    return told[0]?.id;
  } catch (error) {
    draft.problems.push(`an item is not what the service lists: ${reasonOf(error)}`);
    return undefined;
  }
}

/** A listing more of one item. An item that has gone meanwhile says nothing. */
async function askEach({ plugin, at }: Asking, draft: Draft, item: unknown, id: string, each: EachListing) {
  try {
    if (!each.when(item)) return;
    const { items, observed } = await allItems(at, each.request(item));
    addTold(draft, plugin.type, each.map(item, items, { projectId: at.projectId, observed }));
    const report = draft.reports.get(id);
    if (report) draft.reports.set(id, { ...report, whole: [...report.whole, ...each.parts] });
  } catch (error) {
    if (error instanceof SearchlightError && error.code === "not-found") return;
    draft.problems.push(`${each.parts.join(", ")} of ${id}: ${reasonOf(error)}`);
  }
}

async function tell(asking: Asking, { items, observed }: Items): Promise<Draft> {
  const draft: Draft = { reports: new Map(), observed, problems: [] };
  const mapped = items.map((item) => ({ item, id: mapItem(asking, draft, item) }));
  await inParallel(mapped, ITEMS_AT_ONCE, async ({ item, id }) => {
    if (id === undefined || asking.known(id)) return;
    for (const each of eachOf(asking.list)) await askEach(asking, draft, item, id, each);
  });
  return draft;
}

/** The requests from a place on; all of them where there is no such place any more. */
function remaining(requests: readonly ListRequest[], from: Place | undefined): readonly ListRequest[] {
  const at = requests.findIndex(({ path }) => path === from?.path);
  return requests.slice(Math.max(at, 0));
}

/**
 * What a service tells with one token, page after page: no more than a page is held at a time. Nothing more is asked of
 * resources that are known already, by an earlier listing of the same walk.
 *
 * @throws SearchlightError `not-found`, `service-failed`, `timed-out` where a page cannot be had
 */
export async function* listedPages(
  plugin: ResourcePlugin,
  list: Listing,
  at: Visit,
  { known, from }: { readonly known: (id: string) => boolean; readonly from: Place | undefined },
): AsyncGenerator<ListedPage, void, void> {
  const asking: Asking = { plugin, list, at, known };
  const discovered = list.discover && (await allItems(at, list.discover));
  const requests = remaining(list.requests(discovered?.items ?? []), from);
  for (const [i, request] of requests.entries()) {
    const following = requests[i + 1];
    const beyond = following && { path: following.path, query: undefined };
    const query = request.path === from?.path ? from.query : undefined;
    for await (const page of itemPages(at, request, query)) {
      const next = page.next === undefined ? beyond : { path: request.path, query: page.next };
      yield { ...(await tell(asking, page)), next };
    }
  }
  if (requests.length === 0 && discovered)
    yield { reports: new Map(), observed: discovered.observed, next: undefined, problems: [] };
}
