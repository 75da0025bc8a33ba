import type { Fields } from "./json.ts";
import type { Version } from "./version.ts";
/** What names a resource: its type and its id within that type. */
export type Ref = {
    readonly type: string;
    readonly id: string;
};
/** One thing that somebody said of a resource. `fields: null` says that the part is gone. */
export type Part = {
    readonly version: Version;
    readonly fields: Fields | null;
};
/**
 * When the resource was last said to be there or gone, in observed microseconds, by whom. Each is a maximum of its own,
 * so they join in any order; whether it exists is computed from them (`exists`), never stored.
 *
 * - `there`, `gone`: by an event. `final`: by a deletion event of a type whose ids are never used again.
 * - `listed`, `missed`: by a complete listing of the service.
 */
export type Life = {
    readonly there?: number;
    readonly gone?: number;
    readonly final?: number;
    readonly listed?: number;
    readonly missed?: number;
};
/**
 * What the index holds of one resource: a join of everything it was told (see `merge`).
 *
 * - `parts`: `self`, `members/<project>`, … each with its version.
 * - `floors`: prefix of parts → version; a child below its prefix's floor was cleared, however late it arrives.
 */
export type Resource = {
    readonly ref: Ref;
    readonly life: Life;
    readonly parts: {
        readonly [part: string]: Part;
    };
    readonly floors: {
        readonly [prefix: string]: Version;
    };
};
/** The part that a resource's own fields are. */
export declare const SELF = "self";
/**
 * Whether the resource exists. By observation alone, the later word counts; in the same microsecond an event beats a
 * listing, and gone beats there. A final deletion loses only to a later complete listing, never to another event.
 */
export declare function exists({ life, parts }: Resource): boolean;
/** Newest observation in the whole state, in microseconds: how long a tombstone has been at rest. */
export declare function lastTold({ life, parts }: Resource): number;
