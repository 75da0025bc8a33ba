import { z } from "zod";
import { parsePattern, prefixPattern } from "../../../index/pattern.ts";
import { badRequest } from "../input.ts";
import { patternLeaf } from "../leaf.ts";
import { boosted } from "../tree.ts";
import { boost, fieldClause, type Clause } from "./clause.ts";

/** Values, or words of a text, that start with this. */
export const prefix: Clause = fieldClause(
  "value",
  z.strictObject({ value: z.string().optional(), prefix: z.string().optional(), boost }),
  (field, { value, prefix: old, boost }, at, { context }) => {
    const text = value ?? old;
    if (text === undefined) throw badRequest(at, "'value' is missing");
    return boosted(patternLeaf(context, [{ name: field }], prefixPattern(text), at), boost);
  },
);

/** Values, or words of a text, like this: `*` is anything, `?` any one character, `\` makes either literal. */
export const wildcard: Clause = fieldClause(
  "value",
  z.strictObject({ value: z.string().optional(), wildcard: z.string().optional(), boost }),
  (field, { value, wildcard: old, boost }, at, { context }) => {
    const text = value ?? old;
    if (text === undefined) throw badRequest(at, "'value' is missing");
    return boosted(patternLeaf(context, [{ name: field }], parsePattern(text), at), boost);
  },
);
