import { type Fields } from "./json.ts";
import { type Ref, type Resource } from "./resource.ts";
import type { Stamp } from "./version.ts";
/**
 * What happened, as data. `by` is who says so: an event, or a listing of the service.
 *
 * - `put`: a part holds these fields (or, with null, is gone). Putting `self` says that the resource exists.
 * - `clear`: every part below a prefix is gone.
 * - `remove`: the resource is gone; `final` where its id is never used again.
 */
export type Operation = {
    readonly ref: Ref;
    readonly by: "event" | "listing";
    readonly stamp: Stamp;
} & ({
    readonly kind: "put";
    readonly part: string;
    readonly fields: Fields | null;
} | {
    readonly kind: "clear";
    readonly prefix: string;
} | {
    readonly kind: "remove";
    readonly final: boolean;
});
/** The smallest state that says just this operation; applying it is `merge(state, stateOf(operation))`. */
export declare function stateOf(operation: Operation): Resource;
