import type { PatternTarget } from "../../bound.ts";
import type { TypeDefinition } from "../../definition.ts";
import { isPrefix, literalPrefix } from "../../pattern.ts";
import type { Pattern } from "../../query.ts";
import type { Query } from "./clause.ts";
import { placeOf, textColumn } from "./fields.ts";

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

/** A pattern against one of its targets; it only filters. */
export function patternQuery(definition: TypeDefinition, { key, on, pattern }: PatternTarget): Query {
  if (on !== "exact") return inField(textColumn(definition, on === "words" ? "w" : "f", key), "", pattern);
  const { match, lead } = placeOf(definition, key);
  return inField(match, lead, pattern);
}
