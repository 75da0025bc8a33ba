import type { Column } from "./column.ts";
import type { Ids } from "./ids.ts";

/** What of an entry is looked up by value. */
export type View = "exact" | "numbers" | "words" | "folded";
export const VIEWS: readonly View[] = ["exact", "numbers", "words", "folded"];

/**
 * Some resources of one type, indexed for good: each has a slot, and nothing here ever changes. **Invariants:** slots stand
 * in the order that ties break by, newest first, then by id: what else is alike comes in the order of slots. Every slot has
 * one value of `_id`, one place in `changed` (see `Entry`) and one in `sequences` (see `StateTable`).
 */
export type Segment = {
  readonly slots: number;
  readonly views: { readonly [V in View]: ReadonlyMap<string, Column> };
  /** Who lists what: `EVERYBODY`, or projects. */
  readonly audience: Column;
  readonly changed: Float64Array;
  readonly sequences: Float64Array;
  readonly ids: Ids;
};

/** In `audience`, everybody; a project is its id after an equals sign, so no id is mistaken for everybody. */
export const EVERYBODY = "*";
export const projectKey = (projectId: string): string => `=${projectId}`;

/** The column of ids: the one that every segment has. */
export const idColumn = ({ views }: Pick<Segment, "views">): Column => views.exact.get("_id")!;
