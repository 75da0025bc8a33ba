import { type Listing } from "../../src/plugin.ts";
/** All images of a cloud, as Glance tells an administrator, and the members of the shared ones: only those have any. */
export declare const imageListing: Listing;
