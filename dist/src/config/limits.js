import { z } from "zod";
import { group } from "./group.js";
import { atLeastOne } from "./setting.js";
/** What one request may cost, and a project ask for: only what was set, for the API knows what to do without. */
export const limits = group({
    settings: {
        SEARCHLIGHT_MAX_BODY: atLeastOne
            .max(2 ** 28)
            .optional()
            .describe("bytes of a search's body (1048576); beyond is a 413"),
        SEARCHLIGHT_MAX_DEPTH: atLeastOne
            .max(100)
            .optional()
            .describe("nesting of a search (20); beyond is a 400, as below"),
        SEARCHLIGHT_MAX_CLAUSES: atLeastOne.max(10_000).optional().describe("clauses of a search (1024)"),
        SEARCHLIGHT_MAX_BUCKETS: atLeastOne.max(100_000).optional().describe("buckets that a search may ask for (10000)"),
        SEARCHLIGHT_MAX_PAGE: atLeastOne.max(10_000).optional().describe("hits on a page (10000)"),
        SEARCHLIGHT_MAX_WINDOW: atLeastOne
            .max(10_000)
            .optional()
            .describe("how far pages reach (10000); cursors reach further"),
        SEARCHLIGHT_MAX_SECONDS: z.coerce
            .number()
            .positive()
            .max(3600)
            .optional()
            .describe("what a search may take (30); then it is stopped, and the answer says that it is not complete"),
        SEARCHLIGHT_MAX_REQUESTS: atLeastOne.optional().describe("of one project in a minute (12000); beyond is a 429"),
        SEARCHLIGHT_MAX_CONCURRENT: atLeastOne.optional().describe("of one project at a time (64); beyond is a 429"),
    },
    of: (s) => {
        const seconds = s.SEARCHLIGHT_MAX_SECONDS;
        return given({
            searchBytes: s.SEARCHLIGHT_MAX_BODY,
            depth: s.SEARCHLIGHT_MAX_DEPTH,
            clauses: s.SEARCHLIGHT_MAX_CLAUSES,
            buckets: s.SEARCHLIGHT_MAX_BUCKETS,
            page: s.SEARCHLIGHT_MAX_PAGE,
            window: s.SEARCHLIGHT_MAX_WINDOW,
            searchMilliseconds: seconds === undefined ? undefined : Math.ceil(seconds * 1000),
            requests: s.SEARCHLIGHT_MAX_REQUESTS,
            concurrent: s.SEARCHLIGHT_MAX_CONCURRENT,
        });
    },
});
const given = (of) => Object.fromEntries(Object.entries(of).filter(([, limit]) => limit !== undefined));
