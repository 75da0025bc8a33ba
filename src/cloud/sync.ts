import type { Listing, ResourcePlugin } from "../plugin.ts";
import { compare, type CompareOptions, type Counts } from "./compare.ts";
import { keystoneOf, type CloudAccount, type Keystone } from "./keystone.ts";
import { walk, type PageMark } from "./walk.ts";

/**
 * How a type's index was compared with its service, and repaired.
 *
 * - `resumed`: of the `listed` resources, how many an interrupted sync had seen to.
 * - `seconds`: what it took.
 * - `problems`: what went wrong, in words; with none of them, index and service agree.
 */
export type TypeReport = Counts & {
  readonly type: string;
  readonly resumed: number;
  readonly seconds: number;
  readonly problems: readonly string[];
};

export type SyncReport = { readonly types: readonly TypeReport[]; readonly complete: boolean };

/** How far a sync of a type is: resources listed, and written. */
export type SyncProgress = { readonly type: string; readonly listed: number; readonly written: number };

/** What a sync notes of its pages, so that one that was interrupted goes on where it was. */
export type Journal = {
  /** The pages of the sync of a type that was interrupted lately, oldest first. */
  readonly before: (type: string) => readonly PageMark[];
  readonly note: (type: string, mark: PageMark) => void;
  /** The type is synced: nothing is to be gone on with. */
  readonly done: (type: string) => void;
};

export type SyncOptions = CompareOptions & {
  readonly plugins: readonly ResourcePlugin[];
  /** The service account to ask with. */
  readonly cloud: CloudAccount;
  /** Only these types; none or an empty list is all. */
  readonly types?: readonly string[] | undefined;
  readonly journal?: Journal | undefined;
  /** Told the time of each page that was compared and stored, in microseconds since 1970. */
  readonly onListed?: ((observed: number) => void) | undefined;
  /** Told of each type as soon as it is compared. */
  readonly onType?: ((report: TypeReport) => void) | undefined;
  readonly onProgress?: ((progress: SyncProgress) => void) | undefined;
};

function doubts({ doubted }: Counts, { apply }: SyncOptions): string[] {
  if (doubted === 0) return [];
  const kept = apply ? "were not removed" : "would not be removed";
  return [
    `${doubted} that the index has are not listed any more, suspiciously many (all of more than 5, or more than 20 and 30 %), and ${kept}: see whether the service account is still told everything; if they are really gone, --believe-gone removes them`,
  ];
}

async function syncType(
  plugin: ResourcePlugin,
  list: Listing,
  keystone: Keystone,
  options: SyncOptions,
): Promise<TypeReport> {
  const { type } = plugin;
  const { onProgress, project, signal } = options;
  // A sync of one project skips others' resources, so it is nothing that another could go on with.
  const journal = project === undefined ? options.journal : undefined;
  const started = performance.now();
  const comparison = compare(plugin, options);
  const before = journal?.before(type) ?? [];
  for (const { ids } of before) comparison.saw(ids);
  const resumed = comparison.counts().listed;
  const progress = (): void => {
    const { listed, written } = comparison.counts();
    onProgress?.({ type, listed, written });
  };
  progress();
  const walked = await walk(plugin, list, keystone, {
    before,
    known: comparison.seen,
    project,
    signal,
    async onPage(page, pass) {
      await comparison.page(page);
      const { observed, next, problems } = page;
      options.onListed?.(observed);
      journal?.note(type, { pass, ids: [...page.reports.keys()], observed, next, problems });
      progress();
    },
  });
  await comparison.rest(walked);
  journal?.done(type);
  progress();
  const counts = comparison.counts();
  const seconds = (performance.now() - started) / 1000;
  return { type, ...counts, resumed, seconds, problems: [...walked.problems, ...doubts(counts, options)] };
}

/**
 * Makes the index what the services themselves tell: lists every type that can be listed, page by page, writes what
 * differs, removes what a complete listing missed. What an event told since the listing began stays. Without `apply` it
 * tells what differs, and writes nothing.
 *
 * @throws SearchlightError `store-unavailable` when the store does not come back; what a service cannot tell is in the report
 */
export async function syncAll(options: SyncOptions): Promise<SyncReport> {
  const types: TypeReport[] = [];
  const keystone = keystoneOf(options.cloud);
  for (const plugin of options.plugins) {
    if (!plugin.list || (options.types?.length && !options.types.includes(plugin.type))) continue;
    const report = await syncType(plugin, plugin.list, keystone, options);
    options.onType?.(report);
    types.push(report);
  }
  return { types, complete: types.every(({ problems, refused }) => problems.length === 0 && refused === 0) };
}
