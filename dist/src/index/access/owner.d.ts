import type { AccessKind } from "./kind.ts";
/** The field that holds the owning project's id: its people list and read the resource. */
export declare const owner: AccessKind<string>;
