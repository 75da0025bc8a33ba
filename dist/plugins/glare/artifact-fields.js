import { z } from "zod";
import { stamp } from "../../src/plugin.js";
const Word = z.string().nullable().default(null);
/** What events and listings both tell of an artifact. */
export const ArtifactFields = z.object({
    id: z.string().min(1).max(255),
    name: Word,
    description: Word,
    version: Word,
    visibility: Word,
    status: Word,
    owner: Word,
    created_at: Word,
    updated_at: Word,
    activated_at: Word,
});
const WHOLE_SECONDS = "2026-11-22T17:35:31".length;
/**
 * Events tell microseconds and listings whole seconds of the same moment. Compared as they are, a listing would lose to
 * an older event of its second, and repair nothing: so both count whole seconds, and then when they were observed.
 */
export const artifactStamp = ({ updated_at, created_at }, observed) => stamp(observed, updated_at?.slice(0, WHOLE_SECONDS), created_at?.slice(0, WHOLE_SECONDS));
