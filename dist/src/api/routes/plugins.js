import { z } from "zod";
import { INDEXING, SEARCHING } from "../dialects/types.js";
import { viewOf } from "../permission.js";
import { json, NO_BODY, READERS } from "./route.js";
const answer = z.object({
    plugins: z.array(z.object({ type: z.string(), "alias-searching": z.string(), "alias-indexing": z.string() })),
});
/** Names the resource types that the caller may search. */
export const pluginsRoute = ({ catalog, policy }) => ({
    ...READERS,
    ...NO_BODY,
    methods: ["GET"],
    path: "/v1/search/plugins",
    says: {
        summary: "List the resource types that you may search",
        answers: [{ status: 200, says: "Sorted by type", schema: answer }],
        fails: [],
    },
    handle: async ({ principal }) => {
        const { types } = viewOf({ catalog, policy }, principal, { named: [] });
        return json({
            plugins: types.map((type) => ({ type, "alias-searching": SEARCHING, "alias-indexing": INDEXING })),
        });
    },
});
