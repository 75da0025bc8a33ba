import type { AccessKind } from "./kind.ts";
/** Nobody but an administrator sees anything of this type, not even that there is one. */
export declare const adminOnly: AccessKind<boolean>;
