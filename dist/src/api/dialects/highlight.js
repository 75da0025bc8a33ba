import { z } from "zod";
import { parsePattern } from "../../index/pattern.js";
const tags = z.array(z.string().max(200)).min(1).max(10).describe("The first is used");
const noOptions = z.strictObject({});
/** The fields to mark, as an object of names or a list of them; `*` in a name is anything. */
export const highlightSchema = z.strictObject({
    fields: z
        .union([z.record(z.string(), noOptions), z.array(z.record(z.string(), noOptions))], {
        error: "must be fields and, for each, {}",
    })
        .describe('For example {"*": {}}'),
    pre_tags: tags.default(["<em>"]),
    post_tags: tags.default(["</em>"]),
    fragment_size: z.int().min(20).max(10_000).default(100),
    number_of_fragments: z.int().min(0).max(100).default(5).describe("0 gives whole values"),
});
/** How the caller wants matches shown. */
export const readHighlight = (given) => ({
    fields: (Array.isArray(given.fields) ? given.fields : [given.fields])
        .flatMap((fields) => Object.keys(fields))
        .map(parsePattern),
    pre: given.pre_tags[0],
    post: given.post_tags[0],
    length: given.fragment_size,
    fragments: given.number_of_fragments,
});
