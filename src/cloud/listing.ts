import { messageOf, placesOf, SearchlightError } from "../errors.ts";
import type { Report } from "../index/reconcile.ts";
import {
  operationOf,
  type Listing,
  type ListContext,
  type ListRequest,
  type ResourcePlugin,
  type Told,
} from "../plugin.ts";
import { endpointOf } from "./endpoint.ts";
import type { Keystone, Project } from "./keystone.ts";
import { inParallel } from "./parallel.ts";
import { visit, type Visit } from "./visit.ts";

/**
 * What the listings of a type told.
 *
 * - `reports`: by resource id.
 * - `askedAt`: when the owner's resources were listed completely, in microseconds since 1970; undefined where that was
 *   not so, and then a resource that is not in `reports` is not missing.
 * - `problems`: what went wrong, in words.
 */
export type Listed = {
  readonly reports: ReadonlyMap<string, Report>;
  readonly askedAt: (owner: string | undefined) => number | undefined;
  readonly problems: readonly string[];
};

/** One listing of one service with one token. */
type Pass = { readonly reports: Map<string, Report>; readonly observed: number; readonly problems: string[] };

const PROJECTS_AT_ONCE = 4;
const ITEMS_AT_ONCE = 8;

/** Problems that are told one by one; a service that refuses everything would tell the same of every item. */
const TOLD = 20;

const reasonOf = (error: unknown): string => placesOf(error) ?? messageOf(error);

function addTold(
  pass: Pass,
  type: string,
  told: readonly Told[],
  whole?: { id: string; parts: readonly string[] },
): void {
  const place = (id: string): Report => pass.reports.get(id) ?? { operations: [], whole: [], observed: pass.observed };
  for (const one of told) {
    const report = place(one.id);
    pass.reports.set(one.id, { ...report, operations: [...report.operations, operationOf(type, "listing", one)] });
  }
  if (whole) {
    const report = place(whole.id);
    pass.reports.set(whole.id, { ...report, whole: [...report.whole, ...whole.parts] });
  }
}

/** An item that cannot be read is a problem, and makes the listing incomplete; the others are told all the same. */
function mapItem(pass: Pass, plugin: ResourcePlugin, list: Listing, item: unknown, context: ListContext): Told[] {
  try {
    const told = list.map(item, context);
    addTold(pass, plugin.type, told);
    return [...told];
  } catch (error) {
    pass.problems.push(`an item is not what the service lists: ${reasonOf(error)}`);
    return [];
  }
}

async function readPages(at: Visit, request: ListRequest): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const answer of at.pages(request)) {
    try {
      for (const item of request.items(answer)) items.push(item);
    } catch (error) {
      throw new SearchlightError("service-failed", `${request.path}: not what the service answers: ${reasonOf(error)}`);
    }
  }
  return items;
}

/** The listing more of one item. An item that has gone meanwhile says nothing. */
async function askEach(pass: Pass, plugin: ResourcePlugin, list: Listing, at: Visit, item: unknown, id: string) {
  const { each } = list;
  if (!each?.when(item)) return;
  try {
    const rows = await readPages(at, each.request(item));
    addTold(pass, plugin.type, each.map(item, rows, at.context()), { id, parts: each.parts });
  } catch (error) {
    if (error instanceof SearchlightError && error.code === "not-found") return;
    pass.problems.push(`${each.parts.join(", ")} of ${id}: ${reasonOf(error)}`);
  }
}

async function pass(plugin: ResourcePlugin, list: Listing, at: Visit): Promise<Pass> {
  const discovered = list.discover ? await readPages(at, list.discover) : [];
  const items: unknown[] = [];
  for (const request of list.requests(discovered)) items.push(...(await readPages(at, request)));
  const context = at.context();
  const one: Pass = { reports: new Map(), observed: context.observed, problems: [] };
  const mapped = items.map((item) => ({ item, id: mapItem(one, plugin, list, item, context)[0]?.id }));
  await inParallel(mapped, ITEMS_AT_ONCE, async ({ item, id }) => {
    if (id !== undefined) await askEach(one, plugin, list, at, item, id);
  });
  return one;
}

type Cloud = { readonly keystone: Keystone; readonly signal: AbortSignal | undefined };

/** A pass over everything, as an administrator, or over one project. Undefined where the cloud has no such service. */
async function visitWith({ keystone, signal }: Cloud, plugin: ResourcePlugin, list: Listing, project?: Project) {
  const token = await keystone.token(project?.id, signal);
  const endpoint = endpointOf(token, list.service, keystone.account);
  if (endpoint === undefined) return undefined;
  if (!project && !token.roles.includes("admin"))
    throw new SearchlightError(
      "bad-configuration",
      `only an administrator is told all of a cloud's resources: give the service account the role admin in its project`,
    );
  const at = visit({ endpoint, token, renew: () => keystone.token(project?.id, signal), signal });
  return pass(plugin, list, at);
}

/** Adds what another pass told. A resource told twice is told by both, and missing only if the later did not see it. */
function join(into: Map<string, Report>, from: ReadonlyMap<string, Report>): void {
  for (const [id, report] of from) {
    const { operations = [], whole = [], observed = report.observed } = into.get(id) ?? {};
    into.set(id, {
      operations: [...operations, ...report.operations],
      whole: [...whole, ...report.whole],
      observed: Math.min(observed, report.observed),
    });
  }
}

/**
 * Everything that the listings of a type tell, all pages of them, or the problems that kept them from it. A listing that
 * failed, was cut, or could not be read in part is never taken for complete.
 *
 * @throws whatever `signal` was aborted with
 */
export async function listResources(
  plugin: ResourcePlugin,
  list: Listing,
  keystone: Keystone,
  signal?: AbortSignal,
): Promise<Listed> {
  const reports = new Map<string, Report>();
  const asked = new Map<string, number>();
  const problems: string[] = [];
  const one = async (project?: Project): Promise<void> => {
    const said = (problem: string): string => (project ? `project ${project.name}: ${problem}` : problem);
    try {
      const done = await visitWith({ keystone, signal }, plugin, list, project);
      if (!done) return void problems.push(said(`the catalogue has no endpoint of a service '${list.service}'`));
      join(reports, done.reports);
      problems.push(...done.problems.map(said));
      if (done.problems.length === 0) asked.set(project?.id ?? "", done.observed);
    } catch (error) {
      signal?.throwIfAborted();
      problems.push(said(messageOf(error)));
    }
  };
  try {
    if (list.perProject) await inParallel(await keystone.projects(signal), PROJECTS_AT_ONCE, one);
    else await one();
  } catch (error) {
    signal?.throwIfAborted();
    problems.push(messageOf(error));
  }
  const more = problems.splice(TOLD).length;
  if (more > 0) problems.push(`and ${more} more like these`);
  return { reports, problems, askedAt: (owner) => asked.get(list.perProject ? (owner ?? "") : "") };
}
