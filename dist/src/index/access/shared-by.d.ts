import { type Condition } from "./condition.ts";
import type { AccessKind } from "./kind.ts";
/**
 * Parts `<parts>/<project id>`: while `when` holds, a project whose part meets `accepted` lists and reads the resource;
 * any other project with a part reads it by id only.
 */
export type Sharing = {
    readonly parts: string;
    readonly accepted: Condition;
    readonly when?: Condition;
};
export declare const sharedBy: AccessKind<Sharing>;
