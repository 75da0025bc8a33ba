import type { TypeDefinition } from "./definition.ts";
import { type Fields } from "./json.ts";
import type { Pattern, SearchQuery } from "./query.ts";
import type { Scope } from "./scope.ts";
/**
 * How matches are shown: in the fields that one of these patterns names, between `pre` and `post`. A value longer than
 * `length` characters is cut; at most `fragments` are given for a field, or whole values where that is 0.
 */
export type Highlight = {
    readonly fields: readonly Pattern[];
    readonly pre: string;
    readonly post: string;
    readonly length: number;
    readonly fragments: number;
};
/**
 * Says, for a document of this type as the caller sees it, where the caller's own query matches: fragments by field. Pure,
 * and of what is given only, so it can tell nothing that the document does not.
 */
export declare function highlighter(definition: TypeDefinition, scope: Scope, query: SearchQuery, highlight: Highlight): (source: Fields) => {
    [field: string]: string[];
};
