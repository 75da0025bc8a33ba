import type { z } from "zod";
import { querySchema } from "./dialects/dsl.ts";
import { schemaOf, type Node } from "./json-schema.ts";
import { problemSchema, responsesOf } from "./responses.ts";
import type { Route } from "./routes/route.ts";

const parameters = (where: "path" | "query", schema: z.ZodObject | undefined): Node[] =>
  Object.entries(schema?.shape ?? {}).map(([name, one]) => {
    const { description, ...rest } = schemaOf(one as z.ZodType, "input");
    const required = where === "path";
    return { name, in: where, required, ...(description === undefined ? {} : { description }), schema: rest };
  });

/** Each by a name for programs, and by what it shows. */
const examplesOf = (examples: Readonly<Record<string, object>>): Node =>
  Object.fromEntries(Object.entries(examples).map(([summary, value], i) => [`example${i + 1}`, { summary, value }]));

function operation(route: Route): Node {
  const { says, admits } = route;
  const { summary, description, path, query, body } = says;
  const content = body?.types.map((type) => [
    type,
    { schema: schemaOf(body.schema, "input"), ...(body.examples && { examples: examplesOf(body.examples) }) },
  ]);
  return {
    summary,
    ...(description === undefined ? {} : { description }),
    parameters: [...parameters("path", path), ...parameters("query", query)],
    ...(content ? { requestBody: { content: Object.fromEntries(content) as Node } } : {}),
    responses: responsesOf(route),
    security: admits === "everybody" ? [] : [{ token: [] }, { bearer: [] }],
  };
}

/** The OpenAPI 3.1 document of these routes: what serves them describes them, so it is true. */
export function documentOf(routes: readonly Route[]): Node {
  const paths = routes.map((route) => [
    route.path,
    Object.fromEntries(route.methods.map((method) => [method.toLowerCase(), operation(route)])),
  ]);
  return {
    openapi: "3.1.0",
    info: {
      title: "Searchlight",
      version: "1.0",
      description: "What exists in the cloud, and what of it you may see.",
    },
    paths: Object.fromEntries(paths) as Node,
    components: {
      schemas: { Query: schemaOf(querySchema, "input"), Problem: schemaOf(problemSchema, "output") },
      securitySchemes: {
        token: { type: "apiKey", in: "header", name: "X-Auth-Token", description: "A token of a project" },
        bearer: { type: "http", scheme: "bearer" },
      },
    },
  };
}
