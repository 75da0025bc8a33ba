import type { ListRequest } from "../../src/plugin.ts";
/** A list of Zaqar's. It links to a next page from the last one too: the empty page is the end. */
export declare const zaqarList: (path: string, items: ListRequest["items"]) => ListRequest;
