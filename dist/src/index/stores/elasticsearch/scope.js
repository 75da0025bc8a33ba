/** What a document holds of who finds it in lists. */
export const listedFields = ({ listedBy }) => listedBy === "everybody"
    ? { listed_everybody: true, listed_by: [] }
    : { listed_everybody: false, listed_by: listedBy };
/**
 * What a caller finds in lists, as a clause: `lists` of `sight.ts` in Elasticsearch's words, and the only place that says
 * so. Every search has it.
 */
export const listedClause = ({ projectId }) => projectId === null
    ? { match_all: {} }
    : {
        bool: {
            should: [{ term: { listed_everybody: true } }, { term: { listed_by: projectId } }],
            minimum_should_match: 1,
        },
    };
