import type { Place } from "../../place.ts";

/** A resource in its place: enough to put it among those of other segments, and to read its state for the page. */
export type Found = Place & { readonly sequence: number };

/** The first of some matches in order, each made when it is asked for. */
export type Ranked = { readonly length: number; readonly at: (i: number) => Found };
