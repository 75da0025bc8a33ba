import pRetry from "p-retry";
import { isRetryable } from "../errors.ts";
import type { Operation } from "../index/operation.ts";
import { ownerOf, repairListed, repairUnlisted, type Repair } from "../index/reconcile.ts";
import { exists } from "../index/resource.ts";
import { indexerScope } from "../index/scope.ts";
import type { IndexStore } from "../index/store.ts";
import type { ResourcePlugin } from "../plugin.ts";
import type { ListedPage } from "./listing.ts";
import { shrinkage } from "./shrinkage.ts";
import { tally, type Drifts, type Finding } from "./tally.ts";
import type { Walked } from "./walk.ts";

/**
 * - `store`: what is compared. `apply`: where repairs go; undefined writes nothing.
 * - `project`: only what this project owns.
 * - `believeGone`: remove however much is gone.
 * - `onFinding`: told of each resource that differs.
 */
export type CompareOptions = {
  readonly store: Pick<IndexStore, "states" | "scan">;
  readonly apply: IndexStore["apply"] | undefined;
  readonly project?: string | undefined;
  readonly believeGone?: boolean;
  readonly onFinding?: ((finding: Finding) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/**
 * What a comparison came to: `listed` resources, `drifts` found, `doubted` removals that were not made, `written`
 * resources, and operations that the store `refused`.
 */
export type Counts = {
  readonly listed: number;
  readonly drifts: Drifts;
  readonly doubted: number;
  readonly written: number;
  readonly refused: number;
};

/** A comparison under way, of one type. It holds the ids that it saw, and no resource. */
export type Comparison = {
  /** Takes for seen what an interrupted comparison saw. */
  readonly saw: (ids: readonly string[]) => void;
  /** Whether a page told of a resource; what another tells of it is left aside. */
  readonly seen: (id: string) => boolean;
  readonly page: (page: Pick<ListedPage, "reports">) => Promise<void>;
  /** Compares what no page told of, once the walk is over. */
  readonly rest: (walked: Pick<Walked, "askedAt" | "ended">) => Promise<void>;
  readonly counts: () => Counts;
};

/** What projects that are no more had is one group, and a part of everything that the index has. */
const ENDED = "of projects that are no more";

/** Removals that are written together. */
const BATCH = 500;

const patiently = <T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> =>
  pRetry(work, {
    retries: 8,
    maxTimeout: 10_000,
    shouldRetry: ({ error }) => isRetryable(error),
    ...(signal ? { signal } : {}),
  });

/** Compares the index with what a service tells, and repairs the difference as it goes. */
export function compare(plugin: ResourcePlugin, options: CompareOptions): Comparison {
  const { type } = plugin;
  const { store, apply, project, signal, onFinding } = options;
  const seen = new Set<string>();
  const found = tally();
  const totals = { doubted: 0, written: 0, refused: 0 };

  function note(id: string, repair: Repair): void {
    const { difference, fields, owner, since } = repair;
    if (difference === "none") return;
    found.add(repair);
    onFinding?.({ type, id, difference, fields, owner, since });
  }

  async function write(repairs: readonly Repair[]): Promise<void> {
    const operations: Operation[] = repairs.flatMap((repair) => repair.operations);
    if (!apply || operations.length === 0) return;
    signal?.throwIfAborted();
    const outcomes = await patiently(() => apply(operations), signal);
    totals.written += repairs.length;
    totals.refused += outcomes.filter(({ stored }) => !stored).length;
  }

  const concerns = (...owners: (string | undefined)[]): boolean => project === undefined || owners.includes(project);

  return {
    saw: (ids) => {
      for (const id of ids) seen.add(id);
    },
    seen: (id) => seen.has(id),
    async page({ reports }) {
      // The first listing to tell of a resource is believed: another may tell of it with fewer rights.
      const fresh = [...reports].filter(([id]) => !seen.has(id));
      for (const [id] of fresh) seen.add(id);
      const refs = fresh.map(([id]) => ({ type, id }));
      const states = await patiently(() => store.states(refs, indexerScope()), signal);
      const repairs: Repair[] = [];
      for (const [i, [id, report]] of fresh.entries()) {
        const repair = repairListed(plugin, states[i], report);
        if (!concerns(repair.owner, ownerOf(plugin, states[i]))) continue;
        note(id, repair);
        if (repair.operations.length > 0) repairs.push(repair);
      }
      await write(repairs);
    },
    async rest({ askedAt, ended }) {
      const groups = shrinkage();
      for await (const held of store.scan(type, indexerScope())) {
        if (!exists(held)) continue;
        const owner = ownerOf(plugin, held);
        if (!concerns(owner)) continue;
        const group = ended(owner) ? ENDED : plugin.list?.perProject ? (owner ?? "") : "";
        groups.hold(group);
        if (group !== ENDED) groups.hold(ENDED);
        if (seen.has(held.ref.id)) continue;
        const repair = repairUnlisted(plugin, held, askedAt);
        note(held.ref.id, repair);
        if (repair.difference === "extra") groups.miss(group, repair);
      }
      const { believed, doubted } = groups.sorted();
      totals.doubted = options.believeGone ? 0 : doubted.length;
      const removals = options.believeGone ? [...believed, ...doubted] : believed;
      for (let i = 0; i < removals.length; i += BATCH) await write(removals.slice(i, i + BATCH));
    },
    counts: () => ({ listed: seen.size, drifts: found.drifts(), ...totals }),
  };
}
