import { z } from "zod";
import type { SearchQuery } from "../../../index/query.ts";
import { inObjects } from "../context.ts";
import { below } from "../input.ts";
import { boosted } from "../tree.ts";
import { boost, clause, type Clause } from "./clause.ts";
import { inner } from "./compound.ts";

/** One object of a nested field is all that is asked for; without `nested`, each may be in another. */
export const nested: Clause = clause(
  z.strictObject({
    path: z.string().describe("The nested field; the query names its fields in full: crew.name"),
    query: inner,
    score_mode: z.enum(["max", "none"], { error: "must be max (the object that counts most) or none" }).default("max"),
    ignore_unmapped: z.boolean().optional().describe("Taken for old clients; types without the field find nothing"),
    boost,
  }),
  ({ path, query, score_mode, boost: by }, at, { read, context }) => {
    const of = read(query, below(at, "query"), inObjects(context, path, below(at, "path")));
    const found: SearchQuery = { kind: "nested", path, of };
    return boosted(score_mode === "none" ? { kind: "filter", of: found } : found, by);
  },
);
