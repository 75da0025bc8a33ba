import type { Access } from "../../access.ts";
import type { Scope } from "../../scope.ts";
import type { Query } from "./clause.ts";
/** What a document holds of who finds it in lists. */
export declare const listedFields: ({ listedBy }: Access) => {
    listed_everybody: boolean;
    listed_by: readonly string[];
};
/**
 * What a caller finds in lists, as a clause: `lists` of `sight.ts` in Elasticsearch's words, and the only place that says
 * so. Every search has it.
 */
export declare const listedClause: ({ projectId }: Scope) => Query;
