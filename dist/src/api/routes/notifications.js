import { z } from "zod";
import { SearchlightError } from "../../errors.js";
import { isAdmin } from "../../index/scope.js";
import { textOf } from "../body.js";
import { problemResponse } from "../problem.js";
import { json } from "./route.js";
const result = z.object({
    result: z.enum(["stored", "ignored", "rejected"]),
    reason: z.string().optional().describe("Why it was rejected"),
});
const answer = z.object({ results: z.array(result).describe("One for each notification, in their order") });
const notification = z.record(z.string(), z.unknown());
const bytesOf = (value) => Buffer.from(JSON.stringify(value));
/** The notifications in a body: a JSON object, a list of them, or one on each line. */
function recordsIn(body) {
    const text = textOf(body).trim();
    if (text === "")
        throw new SearchlightError("bad-request", "The body is empty; send notifications as JSON or NDJSON");
    try {
        const value = JSON.parse(text);
        return Array.isArray(value) ? value.map((one) => ({ value: bytesOf(one) })) : [{ value: body }];
    }
    catch {
        // Not one JSON value, so a line each; a line that is no JSON is rejected by itself, with the reason.
        const lines = text.split("\n").filter((line) => line.trim() !== "");
        return lines.map((line) => ({ value: Buffer.from(line) }));
    }
}
/** Administrators, and the services' own accounts. */
const mayNotify = (principal) => isAdmin(principal) || principal.roles.includes("service");
function answered(results, accept) {
    const rejected = results.filter((one) => one.result === "rejected").length;
    if (rejected === 0)
        return json({ results });
    const message = `${rejected} of ${results.length} were rejected, and why stands in 'results'; the others need not be sent again`;
    return problemResponse(new SearchlightError("bad-request", message), accept, { more: { results } });
}
/** Takes notifications in. 200 says that all are stored (or say nothing of a resource here), durably. */
export const notificationsRoute = (accept) => ({
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
        fails: ["bad-request", "too-large", "store-unavailable"],
    },
    handle: async ({ body, headers }) => {
        if (!accept)
            throw new SearchlightError("not-found", "This process takes no notifications; post them to one that runs ingest");
        return answered(await accept(recordsIn(await body())), headers.get("accept"));
    },
});
