import { numberOf, valueOf } from "../../../index/values.ts";
import type { FieldNames, SearchQuery } from "../../../index/query.ts";
import { wordsOf } from "../../../index/text.ts";
import type { Context } from "../context.ts";
import { dateOf } from "../dates.ts";
import { patternLeaf, rangeLeaf, wordsLeaf } from "../leaf.ts";
import { ALL, NONE, or } from "../tree.ts";
import { mistake, next, type Cursor } from "./cursor.ts";
import type { TypedBounds } from "./range.ts";
import type { Word } from "./word.ts";

/** Where values are looked for, and whether what does not fit a field is left out rather than refused. */
export type Where = { readonly context: Context; readonly fields: FieldNames; readonly lenient: boolean };

/** A word or a phrase, side by side; undefined for free text without a word in it (`-`), which asks for nothing. */
export function textValue({ context, fields }: Where, text: string, at: string): SearchQuery | undefined {
  if (fields === "any" && wordsOf(text).length === 0) return undefined;
  context.spend(1, at);
  return wordsLeaf(context, fields, text, "phrase", at);
}

/** A word as typed. `*` alone is any value. */
export function wordValue(where: Where, { text, pattern }: Word, at: string): SearchQuery | undefined {
  const { context, fields } = where;
  if (!pattern) return textValue(where, text, at);
  if (pattern.length > 1 || pattern[0] !== "*") return patternLeaf(context, fields, pattern, at);
  context.spend(1, at);
  return fields === "any" ? ALL : or(fields.map(({ name }) => ({ kind: "exists", field: name })));
}

/** True when every kind that the field is takes every bound. */
const fits = ({ context }: Where, field: string, bounds: TypedBounds): boolean =>
  [...context.kindsOf(field)].every((kind) =>
    Object.values(bounds).every((bound) =>
      kind === "date" ? dateOf(bound, "gte", context.now) !== undefined : valueOf(kind, bound) !== undefined,
    ),
  );

/** Values within bounds in any of the fields. In an open map, bounds that read as numbers compare numbers. */
export function rangeValue(where: Where, bounds: TypedBounds, cursor: Cursor, from: number): SearchQuery {
  const { context, fields, lenient } = where;
  if (fields === "any") throw mistake(cursor, "a range needs a field: size:[1 TO 5]", { from });
  context.spend(fields.length, cursor.at);
  const leaves = fields.map(({ name }): SearchQuery => {
    if (lenient && !fits(where, name, bounds)) return NONE;
    const open = context.kindsOf(name).has("open");
    const typed = Object.entries(bounds).map(([side, bound]) => [side, (open ? numberOf(bound) : undefined) ?? bound]);
    return rangeLeaf(context, name, Object.fromEntries(typed) as TypedBounds, cursor.at);
  });
  return or(leaves);
}

/** Refuses what the query language knows and this service does not take yet. */
export function refuseLater(cursor: Cursor): void {
  if (next(cursor) === "~")
    throw mistake(cursor, "fuzzy search ('~') is not supported yet; write \\~ for the sign itself, or a wildcard", {
      code: "unsupported",
    });
  if (next(cursor) === "/")
    throw mistake(cursor, "regular expressions are not supported yet; write \\/ for the sign itself", {
      code: "unsupported",
    });
}
