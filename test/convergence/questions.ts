/** What fifty people might ask of a captured cloud: a body of `POST /v1/search` each. */

const image = "OS::Glance::Image";
const text = (query: string, more: object = {}): object => ({ query: { query_string: { query, ...more } } });
const term = (field: string, value: unknown): object => ({ query: { term: { [field]: value } } });
const bool = (clauses: object): object => ({ query: { bool: clauses } });
const facets = (...fields: string[]): object => ({
  aggs: Object.fromEntries(fields.map((field, i) => [`f${i}`, { terms: { field, size: 50 } }])),
});

export const QUESTIONS: readonly object[] = [
  {},
  { limit: 0 },
  { limit: 200 },
  { limit: 5, offset: 5 },
  { query: { match_all: {} }, version: true, limit: 200 },
  { type: image, limit: 200, sort: [{ name: "asc" }] },
  { type: image, limit: 200, sort: [{ size: "desc" }, { name: "asc" }] },
  { type: "OS::Glare::Artifact", limit: 200, sort: [{ version: "desc" }] },
  { type: "OS::Heat::Stack", limit: 200 },
  { type: [image, "OS::Heat::Stack"], sort: "created_at", limit: 200 },
  { sort: [{ updated_at: "desc" }, { name: "asc" }], limit: 200 },
  { sort: [{ status: "desc" }], limit: 200, _source: ["name", "status"] },
  text("ubuntu"),
  text("ubuntu 24.04"),
  text("ubuntu 24.04", { default_operator: "AND" }),
  text("ubuntu-24.04"),
  text('"24.04 server"'),
  text("ubu*"),
  text("name:ubuntu* AND status:active"),
  text("name:ubuntu* AND NOT visibility:public"),
  text("(debian OR fedora) AND visibility:public"),
  text("_exists_:checksum"),
  text("size:>4000"),
  text("size:[1000 TO 50000]"),
  text("+web -staging"),
  text("Ünïcode"),
  text("日本"),
  text("wordpress^3 ubuntu"),
  text("properties.os_distro:ubuntu"),
  text("os_distro:debian"),
  text("web-frontend"),
  { ...text("ubuntu server"), highlight: { fields: { "*": {} } } },
  { query: { query_string: { fields: ["name"], query: "golden" } } },
  term("status", "active"),
  term("visibility", "shared"),
  term("properties.os_version", "24.04"),
  term("is_public", true),
  term("os_hidden", true),
  { query: { terms: { status: ["queued", "killed", "CREATE_COMPLETE"] } } },
  { query: { range: { created_at: { gte: "2026-11-22T00:00:00Z" } } }, limit: 200 },
  { query: { range: { size: { gt: 0, lte: 66000 } } }, sort: [{ size: "asc" }] },
  { query: { exists: { field: "properties.os_distro" } } },
  { query: { prefix: { name: "ubuntu-2" } } },
  { query: { wildcard: { name: "*-24.04-*" } } },
  { query: { match: { name: { query: "ubuntu golden", operator: "and" } } } },
  { query: { multi_match: { query: "demo", fields: ["name^2", "description"] } } },
  bool({
    must: [{ match: { name: "ubuntu" } }],
    filter: [{ term: { status: "active" } }],
    must_not: [{ term: { visibility: "public" } }],
  }),
  bool({
    should: [{ term: { tags: "prod" } }, { term: { tags: "lts" } }, { match: { name: "web" } }],
    minimum_should_match: 1,
  }),
  { limit: 0, ...facets("status", "visibility", "tags", "disk_format", "_type") },
  { ...text("ubuntu"), ...facets("properties.os_distro", "properties.os_version", "owner", "protected") },
];
