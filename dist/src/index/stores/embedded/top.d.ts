/** Whether the item at one place comes before the one at another, in the order wanted: below zero when it does. */
export type ComparePlaces = (a: number, b: number) => number;
/**
 * The first `wanted` of the places 0 … `count`-1, in order. A heap of the best so far with the worst of them on top: most
 * places are dismissed by one comparison, and nothing but the wanted ones is ever sorted.
 */
export declare function topPlaces(count: number, wanted: number, compare: ComparePlaces): number[];
