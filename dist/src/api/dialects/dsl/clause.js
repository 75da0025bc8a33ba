import { z } from "zod";
import { knownKinds } from "../context.js";
import { below, onlyEntry, parsed } from "../input.js";
import { isObject } from "../../../index/json.js";
export const scalar = z.union([z.string(), z.number(), z.boolean()], {
    error: "must be a string, a number or true or false",
});
export const boost = z.number().min(0).max(1e6).optional();
/** Words or values, however many: one need not be a list. */
export const oneOrMore = (item) => z.union([item, z.array(item)]);
export const asList = (value) => value === undefined ? [] : Array.isArray(value) ? value : [value];
/** A clause that is an object of options. */
export const clause = (schema, read) => ({ schema, read: (body, at, translate) => read(parsed(schema, body, at), at, translate) });
/**
 * A clause that names one field, with its options or, in short, the one option that matters: `{"term": {"status":
 * "active"}}` is `{"term": {"status": {"value": "active"}}}`.
 */
export const fieldClause = (short, schema, read, anyField = () => false) => ({
    schema: z.record(z.string(), z.union([schema.shape[short], schema])),
    read: (body, at, translate) => {
        const [field, given] = onlyEntry(body, at, "field");
        const place = below(at, field);
        if (!anyField(field))
            knownKinds(translate.context, field, place);
        return read(field, parsed(schema, isObject(given) ? given : { [short]: given }, place), place, translate);
    },
});
