import { z } from "zod";
import { SearchlightError } from "../../errors.js";
import { json, NO_BODY } from "./route.js";
const answer = z.object({ status: z.string() });
const open = { ...NO_BODY, admits: "everybody", methods: ["GET"] };
/** Whether the process lives, and whether it can answer. */
export const healthRoutes = ({ ready, log }) => [
    {
        ...open,
        path: "/healthz",
        says: { summary: "Is the process alive?", answers: [{ status: 200, says: "Yes", schema: answer }], fails: [] },
        handle: async () => json({ status: "ok" }),
    },
    {
        ...open,
        path: "/readyz",
        says: {
            summary: "Can it answer?",
            answers: [{ status: 200, says: "Yes", schema: answer }],
            fails: ["store-unavailable"],
        },
        handle: async () => {
            try {
                await ready();
            }
            catch (cause) {
                log.info({ reason: cause instanceof Error ? cause.message : String(cause) }, "not ready");
                throw new SearchlightError("store-unavailable", "not ready", { cause });
            }
            return json({ status: "ready" });
        },
    },
];
