import { z } from "zod";
import { isObject } from "../../../index/json.js";
import { knownKinds } from "../context.js";
import { inner as query } from "../dsl/compound.js";
import { badRequest, below } from "../input.js";
import { bucketing } from "./kind.js";
/** Counts what a query matches. */
export const filter = {
    schema: query,
    holds: true,
    read: (body, at, around) => ({ kind: "filter", query: around.query(body, at), ...around.inner }),
};
const several = z.strictObject({ filters: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]) });
/** Counts what each of several queries matches; they are a list, or have names. */
export const filters = {
    ...bucketing(several, (given, place, around) => {
        const at = below(place, "filters");
        const { limits } = around.context;
        const entries = isObject(given.filters)
            ? Object.entries(given.filters)
            : [...given.filters.entries()];
        if (entries.length > limits.ranges)
            throw badRequest(at, `has ${entries.length} queries; at most ${limits.ranges} are taken`);
        const queries = entries.map(([name, one]) => ({
            ...(typeof name === "string" && { name }),
            query: around.query(one, below(at, name)),
        }));
        return { kind: "filters", queries, ...around.inner };
    }),
    schema: z.strictObject({ filters: z.union([z.array(query), z.record(z.string(), query)]) }),
};
/** Counts what has no value of a field. */
export const missing = bucketing(z.strictObject({ field: z.string() }), ({ field }, at, around) => {
    knownKinds(around.context, field, below(at, "field"));
    return { kind: "missing", field, ...around.inner };
});
