import { type Condition } from "./condition.ts";
import type { AccessKind } from "./kind.ts";
/** When this holds, everybody reads the resource by id; nobody lists it for that. */
export declare const byIdOnly: AccessKind<Condition>;
