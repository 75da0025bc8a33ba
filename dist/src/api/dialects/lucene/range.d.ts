import type { Bounds } from "../../../index/query.ts";
import { type Cursor } from "./cursor.ts";
/** Bounds as typed; undefined is open. */
export type TypedBounds = Bounds<string>;
/** Reads `[a TO b]`, `{a TO b}` and their mixtures: square brackets include the end, braces do not. */
export declare function readRange(cursor: Cursor): TypedBounds;
/** Reads `>=5`, `>5`, `<=5`, `<5`; undefined when none of these stands here. */
export declare function readComparison(cursor: Cursor): TypedBounds | undefined;
