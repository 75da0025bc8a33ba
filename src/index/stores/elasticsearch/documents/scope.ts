import type { Access } from "../../../access.ts";
import { keysOf, type Scope } from "../../../scope.ts";
import type { Query } from "./clause.ts";

/** What a document holds of who finds it in lists. */
export const listedFields = ({ listedBy }: Access): { listed_everybody: boolean; listed_by: readonly string[] } =>
  listedBy === "everybody"
    ? { listed_everybody: true, listed_by: [] }
    : { listed_everybody: false, listed_by: listedBy };

/**
 * What a caller finds in lists, as a clause: `lists` of `sight.ts` in Elasticsearch's words, and the only place that says
 * so. Every search has it.
 */
export const listedClause = (scope: Scope): Query =>
  scope.projectId === null
    ? { match_all: {} }
    : {
        bool: {
          should: [{ term: { listed_everybody: true } }, { terms: { listed_by: [...keysOf(scope.projectId, scope)] } }],
          minimum_should_match: 1,
        },
      };
