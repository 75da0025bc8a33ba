import { z } from "zod";
import { SearchlightError } from "../../errors.ts";
import { isAdmin, type Principal } from "../../index/scope.ts";
import type { Accept, Accepted } from "../accept.ts";
import { textOf } from "../body.ts";
import { problemResponse } from "../problem.ts";
import { storedToken } from "../wait.ts";
import { json, type GuardedRoute } from "./route.ts";

const result = z.object({
  result: z.enum(["stored", "ignored", "rejected"]),
  reason: z.string().optional().describe("Why it was rejected"),
});
const answer = z.object({
  results: z.array(result).describe("One for each notification, in their order"),
  wait_for: z.string().describe("A search that carries this finds all that is stored"),
});
const rejection = z.object({ results: answer.shape.results.optional() });
const notification = z.record(z.string(), z.unknown());

const bytesOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

/** The notifications in a body: a JSON object, a list of them, or one on each line. */
function recordsIn(body: Uint8Array): { value: Uint8Array }[] {
  const text = textOf(body).trim();
  if (text === "") throw new SearchlightError("bad-request", "The body is empty; send notifications as JSON or NDJSON");
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.map((one: unknown) => ({ value: bytesOf(one) })) : [{ value: body }];
  } catch {
    // Not one JSON value, so a line each; a line that is no JSON is rejected by itself, with the reason.
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    return lines.map((line) => ({ value: Buffer.from(line) }));
  }
}

/** Administrators, and the services' own accounts. */
const mayNotify = (principal: Principal): boolean => isAdmin(principal) || principal.roles.includes("service");

function answered(results: readonly Accepted[], accept: string | null): Response {
  const rejected = results.filter((one) => one.result === "rejected").length;
  if (rejected === 0) return json({ results, wait_for: storedToken(Date.now()) });
  const message = `${rejected} of ${results.length} were rejected, and why stands in 'results'; the others need not be sent again`;
  return problemResponse(new SearchlightError("bad-request", message), accept, { more: { results } });
}

/** Takes notifications in. 200 says that all are stored (or say nothing of a resource here), durably. */
export const notificationsRoute = (accept: Accept | undefined): GuardedRoute => ({
  admits: mayNotify,
  wants: "admin or service",
  metered: false,
  methods: ["POST"],
  path: "/v1/notifications",
  bytes: ({ notificationBytes }) => notificationBytes,
  says: {
    summary: "Post notifications of services",
    description: "As oslo.messaging sends them, with or without its envelope. May be sent again: nothing counts twice.",
    body: {
      schema: z.union([notification, z.array(notification)]),
      types: ["application/json", "application/x-ndjson"],
    },
    answers: [{ status: 200, says: "All of them are stored, or ignored", schema: answer }],
    fails: ["bad-request", "not-found", "too-large", "store-unavailable"],
    tells: rejection,
  },
  handle: async ({ body, headers }) => {
    if (!accept)
      throw new SearchlightError("not-found", "This process takes no notifications; post them to one that runs ingest");
    return answered(await accept(recordsIn(await body())), headers.get("accept"));
  },
});
