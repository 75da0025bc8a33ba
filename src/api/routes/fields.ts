import { z } from "zod";
import { parsed } from "../dialects/input.ts";
import { fieldsShown } from "../fields.ts";
import { tellableTypes, viewOf } from "../permission.ts";
import type { ApiParts } from "../parts.ts";
import { json, NO_BODY, READERS, type GuardedRoute } from "./route.ts";

const query = z.strictObject({
  type: z.string().optional().describe("One resource type; without it, all that you may search"),
});

const having = z.object({
  type: z.string(),
  kind: z.enum(["text", "keyword", "long", "double", "date", "boolean", "version", "ip", "open", "nested"]),
  facetable: z.boolean().describe("Offered as a facet"),
  searchable: z.boolean().describe("Free text looks in it; queries that name it always do"),
  refers_to: z.string().optional().describe("The resource type that its values are ids of"),
  nested: z.string().optional().describe("The nested field that it lies in: the `nested` clause's `path`"),
  field: z.string().optional().describe("What the type itself calls it, where that is another name"),
});

const answer = z.object({
  fields: z.array(
    z.object({
      name: z.string().describe("As queries, sorts and aggregations name it"),
      shared: z.boolean().describe("The name means the same in every type"),
      sortable: z.boolean().describe("A sort by it takes all these types at once"),
      resource_types: z.array(having).describe("The types that have it"),
    }),
  ),
});

/** Tells which fields there are, in which types, and what can be done with them. */
export const fieldsRoute = ({ catalog, policy }: Pick<ApiParts, "catalog" | "policy">): GuardedRoute => ({
  ...READERS,
  ...NO_BODY,
  methods: ["GET"],
  path: "/v1/search/fields",
  says: {
    summary: "List the fields that queries may name",
    description:
      "An open map (`kind` open) holds names of its own besides those listed: `properties.anything` is a field too.",
    query,
    answers: [{ status: 200, says: "Sorted by name", schema: answer }],
    fails: ["bad-request", "unknown-type"],
  },
  handle: async ({ principal, url }) => {
    const { type } = parsed(query, Object.fromEntries(url.searchParams), "");
    const { types, scope } = viewOf({ catalog, policy }, principal, { named: type === undefined ? [] : [type] });
    return json({ fields: fieldsShown(catalog, types, scope, tellableTypes({ catalog, policy }, principal)) });
  },
});
