import { z } from "zod";
import type { ErrorCode } from "../errors.ts";
import { schemaOf, type Node } from "./json-schema.ts";
import { statusOf } from "./problem.ts";
import type { Description, Route } from "./routes/route.ts";

/** What goes wrong, as RFC 9457 and old clients read it. */
export const problemSchema = z.object({
  type: z.string().describe("urn:searchlight:error:<code>"),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe("What is wrong, and what to do"),
  at: z.string().optional().describe("The place in the request"),
  error: z.object({ code: z.int(), title: z.string(), message: z.string() }).describe("For old clients"),
  message: z.string().describe("For old clients"),
  code: z.string().describe("For old clients"),
});

/** What any address may answer that takes a token: a defect too has its form. */
const GUARDED = ["unauthenticated", "forbidden", "identity-unavailable", "timed-out", "internal"] as const;

const alwaysOf = (route: Route): ErrorCode[] =>
  route.admits === "everybody"
    ? ["internal"]
    : [...GUARDED, ...(route.metered ? (["too-many-requests"] as const) : [])];

const text = (description: string): Node => ({ description, schema: { type: "string" } });

const REQUEST_ID = { "x-openstack-request-id": text("Names the request in the service's log") };
const METERED = {
  "RateLimit-Policy": text("How much a project may ask, as draft-ietf-httpapi-ratelimit-headers-10 writes it"),
  RateLimit: text("What is left of it"),
};
const OF_STATUS: Readonly<Record<number, Node>> = {
  401: { "WWW-Authenticate": text("How to say who asks") },
  429: { "Retry-After": text("Seconds to wait") },
  503: { "Retry-After": text("Seconds to wait") },
};

const contentOf = (types: readonly string[], schema: Node): Node =>
  Object.fromEntries(types.map((type) => [type, { schema }]));

/** Problems have a media type of their own, and are plain JSON for whoever asks for that. */
const PROBLEMS = ["application/problem+json", "application/json"];

/** The schema of a problem with what a route says besides; by its name where that is nothing. */
const problemWith = (more: Description["tells"]): Node =>
  more === undefined ? { $ref: "#/components/schemas/Problem" } : schemaOf(problemSchema.extend(more.shape), "output");

/** All that a route may answer, by status, with headers and schemas. */
export function responsesOf(route: Route): Node {
  const { answers, fails, tells } = route.says;
  const metered = route.admits !== "everybody" && route.metered;
  const headers = { ...REQUEST_ID, ...(metered && METERED) };
  const good = answers.map(({ status, says, schema, types = ["application/json"], headers: own = {} }) => {
    const names = Object.entries(own).map(([name, description]) => [name, text(description)]);
    const content = schema ? { content: contentOf(types, schemaOf(schema, "output")) } : {};
    return [status, { description: says, headers: { ...headers, ...(Object.fromEntries(names) as Node) }, ...content }];
  });
  const bad = [...Map.groupBy([...fails, ...alwaysOf(route)], statusOf)]
    .toSorted(([a], [b]) => a - b)
    .map(([status, codes]) => {
      const content = contentOf(PROBLEMS, problemWith(status === 400 ? tells : undefined));
      return [status, { description: codes.join(", "), headers: { ...headers, ...OF_STATUS[status] }, content }];
    });
  return Object.fromEntries([...good, ...bad]) as Node;
}
