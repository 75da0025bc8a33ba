import { z } from "zod";
import { group } from "./group.ts";

/** How often a process that ingests compares the index with the services. */
export const sync = group({
  settings: {
    SEARCHLIGHT_SYNC_MINUTES: z.coerce
      .number()
      .min(0)
      .max(10_080)
      .default(60)
      .describe("how often an ingesting process syncs, where OS_AUTH_URL is set; 0 is never (of several, let one)"),
  },
  of: ({ SEARCHLIGHT_SYNC_MINUTES: minutes }) => ({ milliseconds: minutes * 60_000 }),
});
