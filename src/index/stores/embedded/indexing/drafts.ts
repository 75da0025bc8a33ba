import { beginDraft, endDraft, type DraftJob } from "./drafting.ts";
import type { Indexer } from "./indexer.ts";
import type { TypeHoldings } from "../segments/type-holdings.ts";
import type { Unindexed } from "../segments/unindexed.ts";

/** After a segment could not be made, none is begun for so many milliseconds: what is damaged stays so until somebody puts it right. */
const PAUSE = 1000;

/** Has segments made of what is recent in a thread of its own, while searches go on. */
export type Drafts = {
  /** Begins a segment of what is recent of a type, if that is more than `most` and none is being made. */
  readonly look: (holdings: TypeHoldings, most: number) => void;
  /** Why one of some type is not made that is due; undefined when all are. */
  readonly trouble: () => unknown;
};

/** Of a type that had trouble: what it was, and when it is tried again. */
type Trouble = { readonly error: unknown; readonly until: number };

export function drafts({ draft }: Pick<Indexer, "draft">): Drafts {
  /** By type. */
  const troubles = new Map<string, Trouble>();

  async function make(holdings: TypeHoldings, job: DraftJob, kept: readonly Unindexed[], most: number): Promise<void> {
    try {
      endDraft(holdings, kept, await draft(job));
      troubles.delete(job.type);
      look(holdings, most);
    } catch (error) {
      troubles.set(job.type, { error, until: performance.now() + PAUSE });
      if (holdings.drafting === kept) holdings.drafting = undefined;
    }
  }

  function look(holdings: TypeHoldings, most: number): void {
    const { type } = holdings.definition;
    if (performance.now() < (troubles.get(type)?.until ?? 0)) return;
    const job = beginDraft(holdings, most);
    if (job) void make(holdings, job, holdings.drafting!, most);
    // None is due, be it that what was damaged is gone.
    else if (!holdings.drafting) troubles.delete(type);
  }

  return { look, trouble: () => troubles.values().next().value?.error };
}
