import { SearchlightError } from "../errors.ts";
import type { Listing, ResourcePlugin } from "../plugin.ts";
import { endpointOf } from "./endpoint.ts";
import type { Keystone, Project } from "./keystone.ts";
import { listedPages, type ListedPage, type Place } from "./listing.ts";
import { inParallel } from "./parallel.ts";
import { visit, type Visit } from "./visit.ts";

/** What is remembered of a page, so that a walk that was interrupted goes on. `pass` is a project's id, or "" for all. */
export type PageMark = {
  readonly pass: string;
  readonly ids: readonly string[];
  readonly observed: number;
  readonly next: Place | undefined;
  readonly problems: readonly string[];
};

/**
 * What a walk through the listings of a type came to.
 *
 * - `askedAt`: when the owner's resources were listed completely, or the owner found to be no project any more, in
 *   microseconds since 1970; undefined where neither was so, and then a resource that was on no page is not missing.
 * - `ended`: the owner is no project any more, and nobody can ask for what it had.
 * - `problems`: what went wrong, in words.
 */
export type Walked = {
  readonly askedAt: (owner: string | undefined) => number | undefined;
  readonly ended: (owner: string | undefined) => boolean;
  readonly problems: readonly string[];
};

/**
 * - `project`: where a service is asked once a project, only this one.
 * - `before`: what an interrupted walk had done, oldest first.
 * - `known`: whether an earlier page told of a resource, so that nothing more need be asked of it.
 * - `onPage`: told of each page, and waited for.
 */
export type WalkOptions = {
  readonly project?: string | undefined;
  readonly before?: readonly PageMark[];
  readonly known: (id: string) => boolean;
  readonly onPage: (page: ListedPage, pass: string) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
};

type Walking = WalkOptions & {
  readonly plugin: ResourcePlugin;
  readonly list: Listing;
  readonly keystone: Keystone;
};

/** One pass, over everything or over one project: when it began, and what went wrong. */
type Passed = { readonly observed: number; readonly problems: readonly string[] };

const PROJECTS_AT_ONCE = 4;

/** Problems that are told one by one; a service that refuses everything would tell the same of every item. */
const TOLD = 20;

/** A visit as an administrator, or with a project's token. Undefined where the cloud has no such service. */
async function visitOf({ list, keystone, signal }: Walking, project?: Project): Promise<Visit | undefined> {
  const token = await keystone.token(project?.id, signal);
  const endpoint = endpointOf(token, list.service, keystone.account);
  if (endpoint === undefined) return undefined;
  if (!project && !token.roles.includes("admin"))
    throw new SearchlightError(
      "bad-configuration",
      `only an administrator is told all of a cloud's resources: give the service account the role admin in its project`,
    );
  return visit({ endpoint, token, renew: () => keystone.token(project?.id, signal), signal });
}

async function pass(walking: Walking, at: Visit, name: string, before: readonly PageMark[]): Promise<Passed> {
  let observed = Math.min(...before.map((mark) => mark.observed));
  const problems = before.flatMap((mark) => mark.problems);
  const from = before.at(-1)?.next;
  if (before.length > 0 && !from) return { observed, problems };
  let pages = 0;
  try {
    for await (const page of listedPages(walking.plugin, walking.list, at, { known: walking.known, from })) {
      walking.signal?.throwIfAborted();
      await walking.onPage(page, name);
      pages++;
      observed = Math.min(observed, page.observed);
      problems.push(...page.problems);
    }
  } catch (error) {
    // Where the marked place is no more (its last resource was deleted), the walk begins anew.
    if (from && pages === 0 && error instanceof SearchlightError && error.code !== "store-unavailable")
      return pass(walking, at, name, []);
    throw error;
  }
  return { observed, problems };
}

/** The projects to ask, the account's own first: where that one is an administrator's, it is told most. */
async function projectsOf({ keystone, project, signal }: Walking): Promise<readonly Project[]> {
  const { projectId } = await keystone.token(undefined, signal);
  const all = await keystone.projects(signal);
  const own = all.filter(({ id }) => id === projectId);
  const others = all.filter(({ id }) => id !== projectId);
  return [...own, ...others].filter(({ id }) => project === undefined || id === project);
}

/** Every project that there is, where a type is asked once a project and the account is told. */
type Known = Awaited<ReturnType<Keystone["everyProject"]>>;

/** Runs every pass; the first alone, for it may be told most. */
async function passes(walking: Walking, one: (project?: Project) => Promise<void>): Promise<Known> {
  const { list, keystone, project, signal } = walking;
  if (!list.perProject) {
    await one();
    return undefined;
  }
  const [first, ...others] = await projectsOf(walking);
  if (project !== undefined && !first)
    throw new SearchlightError(
      "bad-configuration",
      `the service account has no role in a project ${project}: name the id of one where it is a reader`,
    );
  if (first) await one(first);
  await inParallel(others, PROJECTS_AT_ONCE, one);
  return keystone.everyProject(signal);
}

/**
 * Walks through everything that the listings of a type tell, page by page. A listing that failed, was cut, or could not
 * be read in part is never taken for complete.
 *
 * @throws whatever `signal` was aborted with, and whatever `onPage` throws
 */
export async function walk(
  plugin: ResourcePlugin,
  list: Listing,
  keystone: Keystone,
  options: WalkOptions,
): Promise<Walked> {
  const asked = new Map<string, number>();
  const problems: string[] = [];
  const failed: unknown[] = [];
  const onPage: WalkOptions["onPage"] = (page, name) =>
    options.onPage(page, name).catch((error: unknown) => {
      failed.push(error);
      throw error;
    });
  const walking: Walking = { ...options, onPage, plugin, list, keystone };

  /** What a service cannot tell is a problem; what goes wrong with what it told ends the walk. */
  async function telling(said: (problem: string) => string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      options.signal?.throwIfAborted();
      if (failed.length > 0 || !(error instanceof SearchlightError)) throw failed[0] ?? error;
      problems.push(said(error.message));
    }
  }
  const one = (project?: Project): Promise<void> => {
    const name = project?.id ?? "";
    const said = (problem: string): string => (project ? `project ${project.name}: ${problem}` : problem);
    return telling(said, async () => {
      const at = await visitOf(walking, project);
      if (!at) return void problems.push(said(`the catalogue has no endpoint of a service '${list.service}'`));
      const before = (options.before ?? []).filter((mark) => mark.pass === name);
      const passed = await pass(walking, at, name, before);
      problems.push(...passed.problems.map(said));
      if (passed.problems.length === 0) asked.set(name, passed.observed);
    });
  };
  let known: Known;
  await telling(String, async () => {
    known = await passes(walking, one);
  });
  const more = problems.splice(TOLD).length;
  if (more > 0) problems.push(`and ${more} more like these`);
  const ended: Walked["ended"] = (owner) => owner !== undefined && known !== undefined && !known.projects.has(owner);
  return {
    problems,
    ended,
    askedAt: (owner) => asked.get(list.perProject ? (owner ?? "") : "") ?? (ended(owner) ? known?.observed : undefined),
  };
}
