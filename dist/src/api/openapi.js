import { z } from "zod";
import { querySchema } from "./dialects/dsl.js";
import { statusOf } from "./problem.js";
const problem = z.object({
    type: z.string().describe("urn:searchlight:error:<code>"),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe("What is wrong, and what to do"),
    at: z.string().optional().describe("The place in the request"),
    error: z.object({ code: z.int(), title: z.string(), message: z.string() }).describe("For old clients"),
    message: z.string().describe("For old clients"),
    code: z.string().describe("For old clients"),
});
/** JSON Schema of a zod schema; `input` is what a caller sends, `output` what it gets. */
function schemaOf(schema, io) {
    const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
    return rest;
}
const parameters = (where, schema) => Object.entries(schema?.shape ?? {}).map(([name, one]) => {
    const { description, ...rest } = schemaOf(one, "input");
    const required = where === "path";
    return { name, in: where, required, ...(description === undefined ? {} : { description }), schema: rest };
});
/** What any address that takes a token may answer. */
const GUARDED = ["unauthenticated", "forbidden", "identity-unavailable"];
const alwaysOf = (route) => route.admits === "everybody" ? [] : [...GUARDED, ...(route.metered ? ["too-many-requests"] : [])];
function responses({ answers, fails }, always) {
    const good = answers.map(({ status, says, schema, types = ["application/json"] }) => [
        status,
        {
            description: says,
            ...(schema
                ? { content: Object.fromEntries(types.map((type) => [type, { schema: schemaOf(schema, "output") }])) }
                : {}),
        },
    ]);
    const bad = [...Map.groupBy([...fails, ...always], statusOf)]
        .toSorted(([a], [b]) => a - b)
        .map(([status, codes]) => [
        status,
        {
            description: codes.join(", "),
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
    ]);
    return Object.fromEntries([...good, ...bad]);
}
function operation(route) {
    const { says, admits } = route;
    const { summary, description, path, query, body } = says;
    const content = body?.types.map((type) => [
        type,
        { schema: schemaOf(body.schema, "input"), ...(body.example === undefined ? {} : { example: body.example }) },
    ]);
    return {
        summary,
        ...(description === undefined ? {} : { description }),
        parameters: [...parameters("path", path), ...parameters("query", query)],
        ...(content ? { requestBody: { content: Object.fromEntries(content) } } : {}),
        responses: responses(says, alwaysOf(route)),
        security: admits === "everybody" ? [] : [{ token: [] }, { bearer: [] }],
    };
}
/** The OpenAPI 3.1 document of these routes: what serves them describes them, so it is true. */
export function documentOf(routes) {
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
        paths: Object.fromEntries(paths),
        components: {
            schemas: { Query: schemaOf(querySchema, "input"), Problem: schemaOf(problem, "output") },
            securitySchemes: {
                token: { type: "apiKey", in: "header", name: "X-Auth-Token", description: "A token of a project" },
                bearer: { type: "http", scheme: "bearer" },
            },
        },
    };
}
