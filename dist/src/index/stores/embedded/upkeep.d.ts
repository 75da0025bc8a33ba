import { type TypeIndex } from "./type-index.ts";
/** Does what would otherwise make a search wait; called after changes, a batch at a time. */
export declare function tend(index: TypeIndex): void;
