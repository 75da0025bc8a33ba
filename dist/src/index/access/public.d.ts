import { type Condition } from "./condition.ts";
import type { AccessKind } from "./kind.ts";
/** When this holds, everybody lists and reads the resource. */
export declare const everybodys: AccessKind<Condition>;
