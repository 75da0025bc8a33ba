import type { PatternTarget, RegexpTarget } from "../../../bound.ts";
import { isPrefix, literalPrefix } from "../../../pattern.ts";
import type { Pattern } from "../../../query.ts";
import { literalText, regexpText } from "../../../regexp-text.ts";
import type { Query } from "../documents/clause.ts";
import { placeOf, textColumn, type Holder } from "../documents/fields.ts";

const escaped = (text: string): string => text.replaceAll(/[\\*?]/g, String.raw`\$&`);

const wildcardOf = (pattern: Pattern): string =>
  pattern.map((part) => (typeof part === "object" ? escaped(part.text) : part)).join("");

/** A pattern in one field, every match behind `lead`. Its matches are never scored, ranked or cut off. */
function inField(field: string, lead: string, pattern: Pattern): Query {
  const text = lead + literalPrefix(pattern);
  if (pattern.length === 0 || (pattern.length === 1 && typeof pattern[0] === "object"))
    return { term: { [field]: text } };
  if (isPrefix(pattern) || (pattern.length === 1 && pattern[0] === "*")) {
    return { prefix: { [field]: { value: text, rewrite: "constant_score" } } };
  }
  return { wildcard: { [field]: { value: escaped(lead) + wildcardOf(pattern), rewrite: "constant_score" } } };
}

/** The field of a target, and what leads every value in it. */
const fieldOf = (holder: Holder, { key, on }: Pick<PatternTarget, "key" | "on">) =>
  on === "exact" ? placeOf(holder, key) : { match: textColumn(holder, on === "words" ? "w" : "f", key), lead: "" };

/** A pattern against one of its targets; it only filters. */
export function patternQuery(holder: Holder, target: PatternTarget): Query {
  const { match, lead } = fieldOf(holder, target);
  return inField(match, lead, target.pattern);
}

/** More than any expression needs that we let pass: what is too complex is refused before, in every engine alike. */
const DETERMINIZED = 1_000_000;

/** A regular expression against one of its targets; it only filters. Nothing in it has a meaning of Lucene's own. */
export function regexpQuery(holder: Holder, target: RegexpTarget): Query {
  const { match, lead } = fieldOf(holder, target);
  const value = `${literalText(lead)}${regexpText(target.regexp)}`;
  const limits = { flags: "NONE", max_determinized_states: DETERMINIZED };
  return { regexp: { [match]: { value, ...limits, rewrite: "constant_score" } } };
}
