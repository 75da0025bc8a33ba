import { API_PLACES } from "./api-places.ts";
import { ENGINE_PLACES } from "./engine-places.ts";
import { INDEX_PLACES } from "./index-places.ts";
import type { Place } from "./place.ts";

/** Every place that applies the scope. */
export const PLACES: readonly Place[] = [...INDEX_PLACES, ...ENGINE_PLACES, ...API_PLACES];
