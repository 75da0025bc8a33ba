import type { Freshness } from "../../freshness.ts";
import type { Hit } from "../../hit.ts";
import type { Operation } from "../../operation.ts";
import type { SearchRequest } from "../../query.ts";
import type { Ref } from "../../resource.ts";
import type { Scope } from "../../scope.ts";
import type { Outcome, SearchAnswer } from "../../store.ts";
import type { Flag } from "./interrupt.ts";
/** A page of a type's states as JSON, and the cursor of the next page; none at the end. */
export type StatePage = {
    readonly texts: readonly string[];
    readonly next: string | undefined;
};
/**
 * What a store's thread does for it: `IndexStore` with what can cross a thread. One writes, any number read; each method
 * promises what the port's of the same name does.
 */
export interface Engine {
    apply(operations: readonly Operation[]): Promise<readonly Outcome[]>;
    /** A raised flag ends it with what was found until then. */
    search(request: SearchRequest, scope: Scope, flag?: Flag): Promise<SearchAnswer>;
    get(ref: Ref, scope: Scope): Promise<Hit | undefined>;
    /** States of a type from a cursor on; "" is the beginning. No state is given twice. */
    scanPage(type: string, cursor: string): Promise<StatePage>;
    purge(before: number): Promise<number>;
    freshness(): Promise<Freshness>;
    note(told: Freshness): Promise<void>;
    refresh(): Promise<void>;
    ready(): Promise<void>;
    close(): Promise<void>;
}
