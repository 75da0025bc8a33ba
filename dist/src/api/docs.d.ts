import type { Node } from "./openapi.ts";
/** The OpenAPI document as a page to read. Nothing comes from outside, nothing runs. */
export declare const docsPage: (document: Node) => Response;
