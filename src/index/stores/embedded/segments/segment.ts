import type { Values } from "../../../entry.ts";
import type { Column } from "../columns/column.ts";
import type { Ids } from "../columns/ids.ts";
import type { Named } from "./pack.ts";

/** What of an entry is looked up by value. */
export type View = keyof Values;
export const VIEWS: readonly View[] = ["exact", "numbers", "words", "folded"];
export type Views = { readonly [V in View]: Named<Column> };

/** What queries are evaluated on: resources, each in a slot, with the objects of their nested fields; or such objects. */
export type Indexed = {
  readonly slots: number;
  readonly views: Views;
  readonly objects: Named<Objects>;
};

/** The objects of one nested field, which have none themselves. `owners`: the resources' slots, ascending. */
export type Objects = Indexed & { readonly owners: Uint32Array };

/**
 * Some resources of one type, indexed for good: each has a slot, and nothing here ever changes. **Invariants:** slots stand
 * in the order that ties break by, newest first, then by id: what else is alike comes in the order of slots. Every slot has
 * one value of `_id`, one place in `changed` (see `Entry`) and one in `sequences` (see `StateTable`).
 */
export type Segment = Indexed & {
  /** Who lists what: `EVERYBODY`, or projects and users. */
  readonly audience: Column;
  readonly changed: Float64Array;
  readonly sequences: Float64Array;
  readonly ids: Ids;
};

/** In `audience`, everybody; anybody else is their key after an equals sign, so none is mistaken for everybody. */
export const EVERYBODY = "*";
export const named = (key: string): string => `=${key}`;

/** The column of ids: the one that every segment has. */
export const idColumn = ({ views }: Pick<Segment, "views">): Column => views.exact.get("_id")!;
