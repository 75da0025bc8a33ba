/** Searches that teach the language, by what they do: the document and its page show them, and a test asks each. */
export const EXAMPLES: Readonly<Record<string, object>> = {
  "What people type": {
    query: { query_string: { query: "ubuntu AND status:active" } },
    sort: [{ updated_at: "desc" }],
    limit: 10,
  },
  "A search box, where nothing typed is a mistake": {
    query: { simple_query_string: { query: '"long term" -debian' } },
  },
  "Words, a beginning, a slip of the finger": {
    query: {
      bool: {
        should: [{ match: { name: "ubuntu minimal" } }, { prefix: { name: "ubu" } }, { fuzzy: { name: "ubutnu" } }],
        minimum_should_match: 1,
      },
    },
  },
  "Exact values, a range, what must not be": {
    query: {
      bool: {
        filter: [{ terms: { status: ["active", "queued"] } }, { range: { created_at: { gte: "now-30d/d" } } }],
        must_not: { exists: { field: "description" } },
      },
    },
  },
  "Everything of two kinds, marked where it matches": {
    query: { multi_match: { query: "ubuntu", fields: ["name^4", "tags"] } },
    highlight: { fields: { "*": {} } },
    _source: ["id", "name"],
  },
  "Counts in counts": {
    size: 0,
    aggs: {
      month: {
        date_histogram: { field: "created_at", calendar_interval: "month", time_zone: "Europe/Berlin" },
        aggs: { status: { terms: { field: "status" } } },
      },
    },
  },
  "Facets, one of them chosen": {
    facets: { status: { field: "status", values: ["active"] }, tags: { field: "tags", prefix: "lt", size: 10 } },
  },
  "Pages without end": { sort: ["name", "_id"], limit: 100, cursor: true },
};
