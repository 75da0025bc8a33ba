import { type Listing } from "../../src/plugin.ts";
/** The list of all artifacts (`all`) leaves out what only one type has, so each type is listed by itself. */
export declare const artifactListing: Listing;
