import type { AccessRule } from "./access.ts";
import type { Fields } from "./json.ts";
import type { Schema } from "./schema.ts";
import type { SharedFields } from "./shared.ts";
/** A part below a prefix: `members/p1` is key `p1` below `members`. */
export type Row = {
    readonly key: string;
    readonly fields: Fields;
};
/** What the index must know of a resource type. A plugin is this and how its events are read. */
export type TypeDefinition = {
    readonly type: string;
    readonly schema: Schema;
    readonly access: AccessRule;
    /** What this type calls the fields that every type may have: `{ project_id: "owner" }`. Both names work. */
    readonly shared?: SharedFields;
    /** The date field that tells when a resource last changed, best first; ties in a ranking break by it. */
    readonly changed?: readonly string[];
    /** A boolean field: where it is true, the resource is left out of searches that do not name the field. */
    readonly hiddenBy?: string;
    /** What the parts below a prefix add to the document. */
    readonly join?: {
        readonly [prefix: string]: (rows: readonly Row[]) => Fields;
    };
};
