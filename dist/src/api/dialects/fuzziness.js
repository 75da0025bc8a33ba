import { z } from "zod";
/** Words of up to two characters none, up to five one, longer two: as Elasticsearch's `AUTO`. */
export const AUTO = [3, 6];
const error = { error: "must be 0, 1, 2, AUTO or AUTO:3,6" };
const automatic = z
    .string()
    .regex(/^AUTO(:\d{1,3},\d{1,3})?$/i, error)
    .transform((text) => {
    const [one, two] = text.slice(5).split(",");
    return two === undefined ? AUTO : [Number(one), Number(two)];
});
/** How many edits a word may be away. */
export const fuzziness = z.union([z.int(error).min(0, error).max(2, error), z.enum(["0", "1", "2"], error).transform(Number), automatic], error);
/** What goes with it, wherever fuzziness may stand. */
export const fuzzyOptions = {
    prefix_length: z.int().min(0).max(256).default(0).describe("How many characters at the start must be as they are"),
    max_expansions: z.int().min(1).optional().describe("Taken for old clients; every word near enough is found"),
};
