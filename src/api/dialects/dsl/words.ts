import { z } from "zod";
import type { WordsMode } from "../../../index/query.ts";
import { fieldNames, isAnyField } from "../fields.ts";
import { below } from "../input.ts";
import { wordsLeaf } from "../leaf.ts";
import { boosted } from "../tree.ts";
import { asList, boost, clause, fieldClause, oneOrMore, scalar, type Clause } from "./clause.ts";

/** `and`, `or`, in either case. */
export const operator = z
  .string()
  .toLowerCase()
  .pipe(z.enum(["and", "or"]));
const modeOf = (given: z.output<typeof operator> | undefined): WordsMode => (given === "and" ? "all" : "any");

/** Any of the words, or all of them, in one field; a field that is no text is compared whole. */
export const match: Clause = fieldClause(
  "query",
  z.strictObject({ query: scalar, operator: operator.optional(), boost }),
  (field, { query, operator, boost }, at, { context }) =>
    boosted(wordsLeaf(context, fieldNames(context, [field], at), String(query), modeOf(operator), at), boost),
  isAnyField,
);

const phraseIn = (mode: WordsMode): Clause =>
  fieldClause(
    "query",
    z.strictObject({ query: scalar, slop: z.literal(0).optional(), boost }),
    (field, { query, boost }, at, { context }) =>
      boosted(wordsLeaf(context, fieldNames(context, [field], at), String(query), mode, at), boost),
    isAnyField,
  );

/** The words side by side. */
export const matchPhrase: Clause = phraseIn("phrase");
/** The words side by side, of the last only its start. */
export const matchPhrasePrefix: Clause = phraseIn("prefix");

const MODES = { phrase: "phrase", phrase_prefix: "prefix" } as const;

/** Words in the best of several fields; without fields, in all that the caller may see. */
export const multiMatch: Clause = clause(
  z.strictObject({
    query: scalar,
    fields: oneOrMore(z.string()).optional(),
    type: z.enum(["best_fields", "phrase", "phrase_prefix"]).default("best_fields"),
    operator: operator.optional(),
    lenient: z.boolean().optional(),
    boost,
  }),
  ({ query, fields, type, operator, lenient, boost }, at, { context }) => {
    const names = fieldNames(context, asList(fields), below(at, "fields"), lenient);
    const mode = type === "best_fields" ? modeOf(operator) : MODES[type];
    return boosted(wordsLeaf(context, names, String(query), mode, at), boost);
  },
);
