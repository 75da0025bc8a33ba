import type { Place } from "../../../place.ts";

/** A resource in its place: enough to put it among those of other segments, and to read its state for the page. */
export type Found = Place & { readonly sequence: number };

/** Matches in order, each made when it is asked for; undefined when there are no more. */
export type Ranked = () => Found | undefined;
