import { type Listing } from "../../src/plugin.ts";
/**
 * Stacks as Heat tells each project; an administrator's token is told everybody's, with the project named. Heat's list
 * leaves descriptions empty, so nothing is said of them.
 */
export declare const stackListing: Listing;
