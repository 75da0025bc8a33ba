import type { Hit } from "./hit.ts";
import type { Ref } from "./resource.ts";
import type { Value } from "./values.ts";
/**
 * A place in the order of a search: everything that a resource there is ordered by, ties included. Whatever changes in the
 * index, resources that do not change stay on their side of it.
 *
 * - `sort`: its values of the keys sorted by; null where it has none. `score` counts where nothing is sorted by.
 * - `entry`: what ties break by: newest first (microseconds since 1970), then id, then type.
 */
export type Place = {
    readonly entry: {
        readonly ref: Ref;
        readonly changed: number;
    };
    readonly score: number;
    readonly sort: readonly (Value | null)[];
};
/** Where a hit stands: a search behind this place goes on with the hit after it. */
export declare const placeOf: ({ type, id, changed, score, sort }: Hit) => Place;
