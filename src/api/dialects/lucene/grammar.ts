import type { SearchQuery } from "../../../index/query.ts";
import { SearchlightError } from "../../../errors.ts";
import { namesFirst, plainText } from "../called.ts";
import { fieldNames, isAnyField } from "../fields.ts";
import { checkLength } from "../leaf.ts";
import { and, boosted, NONE, not, or } from "../tree.ts";
import { atBreak, atEnd, mistake, next, skipSpace, take, takeOperator, type Cursor } from "./cursor.ts";
import { readComparison, readRange } from "./range.ts";
import { phraseValue, rangeValue, regexpValue, wordValue, type Where } from "./value.ts";
import { readBoost, readPhrase, readWord, type Word } from "./word.ts";

/**
 * The query language that people type, Lucene's (https://lucene.apache.org/core/10_0_0/queryparser/), with the precedence
 * of its standard parser:
 *
 *     sequence    = { disjunction }                        all or any of them, as the default operator says
 *     disjunction = conjunction { ("OR"  | "||") conjunction }
 *     conjunction = clause      { ("AND" | "&&") clause }
 *     clause      = [ "+" | "-" | "!" | "NOT" ] ( group | name ":" value | value ) [ "^" number ]
 *     group       = "(" sequence ")"
 *     value       = group | phrase | "/" regular expression "/" | range | (">=" | ">" | "<=" | "<") end | word
 *     range       = ("[" | "{") end "TO" end ("]" | "}")
 *     phrase      = '"' … '"' [ "~" number ]        its words side by side, or so many steps out of their places
 *     word        = anything up to a space or a sign, with * and ? as wildcards, or "~" [ number ] after it: so many edits
 *
 * `name` may be `_exists_` (its value is a field). `\` makes a sign literal. A word that holds several (`ubuntu-22.04`)
 * means them side by side.
 */
type Grammar = { readonly cursor: Cursor } & Options & Where;

/**
 * `all`: parts without a sign are all asked for. `atLeast`: of the outermost parts without one, how many of so many; else
 * one, where nothing else is asked.
 */
type Options = {
  readonly depth: number;
  readonly all: boolean;
  readonly atLeast: ((count: number) => number) | undefined;
};

/** A part of a sequence and its sign; no query where it asks for nothing. */
type Signed = { readonly sign: "" | "+" | "-"; readonly query: SearchQuery | undefined };

const standing = ({ sign, query }: Signed): SearchQuery[] => (query ? [sign === "-" ? not(query) : query] : []);

/** All of the sequence; or what is signed `+`, not what is signed `-`, and any of the rest, which else only scores. */
function joined(parts: readonly Signed[], { all, atLeast }: Pick<Grammar, "all" | "atLeast">): SearchQuery | undefined {
  const asking = parts.filter(({ query }) => query !== undefined);
  if (asking.length === 0) return undefined;
  if (all) return and(asking.flatMap(standing));
  const rest = asking.filter(({ sign }) => sign === "").flatMap(standing);
  const required = asking.filter(({ sign }) => sign === "+").flatMap(standing);
  const wanted = Math.max(Number(required.length === 0), atLeast?.(rest.length) ?? 0);
  const refused = asking.filter(({ sign }) => sign === "-").flatMap(standing);
  return and([...required, ...refused, ...(rest.length > 0 ? [or(rest, wanted)] : [])]);
}

function sequence(grammar: Grammar): SearchQuery | undefined {
  const { cursor, depth, context } = grammar;
  if (depth > context.limits.depth) throw mistake(cursor, `nested deeper than ${context.limits.depth}`);
  const parts: Signed[] = [];
  for (skipSpace(cursor); !atEnd(cursor) && next(cursor) !== ")"; skipSpace(cursor)) parts.push(disjunction(grammar));
  return joined(parts, grammar);
}

function operation(
  grammar: Grammar,
  operand: (grammar: Grammar) => Signed,
  [word, sign]: readonly [string, string],
  join: (of: readonly SearchQuery[]) => SearchQuery,
): Signed {
  const first = operand(grammar);
  const parts = [first];
  while (takeOperator(grammar.cursor, word, sign)) parts.push(operand(grammar));
  if (parts.length === 1) return first;
  const of = parts.flatMap(standing);
  return { sign: "", query: of.length > 0 ? join(of) : undefined };
}

const disjunction = (grammar: Grammar): Signed => operation(grammar, conjunction, ["OR", "||"], (of) => or(of));
const conjunction = (grammar: Grammar): Signed => operation(grammar, clause, ["AND", "&&"], and);

function signOf(cursor: Cursor): Signed["sign"] {
  if (takeOperator(cursor, "NOT", "!")) return "-";
  // A sign that stands alone is a word without words: `ubuntu - server`.
  if (atBreak(cursor.text[cursor.position + 1]) && !'("'.includes(cursor.text[cursor.position + 1] ?? " ")) return "";
  return take(cursor, "+") ? "+" : take(cursor, "-") ? "-" : "";
}

function clause(grammar: Grammar): Signed {
  const { cursor } = grammar;
  skipSpace(cursor);
  const from = cursor.position;
  if (takeOperator(cursor, "AND", "&&") || takeOperator(cursor, "OR", "||"))
    throw mistake(cursor, "nothing stands before this operator; put a word of it in quotation marks", { from });
  const sign = signOf(cursor);
  skipSpace(cursor);
  if (atEnd(cursor) || next(cursor) === ")") throw mistake(cursor, "a word belongs here");
  return { sign, query: valued(grammar) };
}

/** A name and its value, or a value alone. */
function valued(grammar: Grammar): SearchQuery | undefined {
  const { cursor } = grammar;
  const opening = grammar.fields === "any" ? '("[{/' : '("[{/<>';
  if (opening.includes(next(cursor))) return weighed(grammar);
  const word = readWord(cursor, { colons: false });
  if (!take(cursor, ":")) return suffixed(cursor, typed(grammar, word));
  skipSpace(cursor);
  if (word.text === "") throw mistake(cursor, "a field belongs before ':'; write \\: for the sign itself", word);
  if (atEnd(cursor) || next(cursor) === ")") throw mistake(cursor, `a value belongs after '${word.text}:'`);
  if (word.text === "_exists_") return existing(grammar);
  const [fields, from] = [named(grammar, word), cursor.position];
  const query = weighed({ ...grammar, fields });
  return query && namesFirst(query, fields, plainText(cursor.text.slice(from, cursor.position)));
}

function named({ cursor, context, lenient }: Grammar, { text, from }: Word): Where["fields"] {
  if (isAnyField(text)) return "any";
  try {
    return fieldNames(context, [text.replaceAll("^", "")], cursor.at, lenient);
  } catch (error) {
    const hint = `there is no field '${text}' to search${context.guess(text)}; write \\: for a colon that is part of a word`;
    if (error instanceof SearchlightError && error.code === "unknown-field")
      throw mistake(cursor, hint, { code: error.code, from });
    throw error;
  }
}

function existing(grammar: Grammar): SearchQuery | undefined {
  const word = readWord(grammar.cursor, { colons: true });
  const known = grammar.context.kindsOf(word.text).size > 0;
  const fields = known ? [{ name: word.text }] : named(grammar, word);
  grammar.context.spend(1, grammar.cursor.at);
  return fields === "any" ? undefined : or(fields.map(({ name }) => ({ kind: "exists", field: name })));
}

/** A word in the grammar's fields. Where a sign stands that belongs to nothing, there is none. */
function typed(grammar: Grammar, word: Word): SearchQuery | undefined {
  const { cursor } = grammar;
  if (cursor.position === word.from)
    throw mistake(cursor, `'${next(cursor)}' cannot stand here; write \\${next(cursor)} for the sign itself`);
  return wordValue(grammar, word, cursor);
}

const suffixed = (cursor: Cursor, query: SearchQuery | undefined): SearchQuery | undefined => {
  if (next(cursor) === "~")
    throw mistake(cursor, "'~' belongs right after a word or a phrase; write \\~ for the sign itself");
  const by = readBoost(cursor);
  return query && boosted(query, by);
};

const weighed = (grammar: Grammar): SearchQuery | undefined => suffixed(grammar.cursor, value(grammar));

function value(grammar: Grammar): SearchQuery | undefined {
  const { cursor } = grammar;
  const from = cursor.position;
  if (take(cursor, "(")) {
    const inner = sequence({ ...grammar, depth: grammar.depth + 1, atLeast: undefined });
    if (!take(cursor, ")"))
      throw mistake(cursor, "the bracket is never closed; write \\( for the sign itself", { from });
    return inner;
  }
  if (next(cursor) === "/") return regexpValue(grammar, cursor);
  if (next(cursor) === '"') return phraseValue(grammar, readPhrase(cursor), cursor);
  if ("[{".includes(next(cursor))) return rangeValue(grammar, readRange(cursor), cursor, from);
  const bounds = grammar.fields === "any" ? undefined : readComparison(cursor);
  return bounds ? rangeValue(grammar, bounds, cursor, from) : typed(grammar, readWord(cursor, { colons: true }));
}

/** What a query text means; text that asks for nothing (blank, signs only) finds nothing. */
export function parseLucene(text: string, { at, ...options }: Where & Options & { readonly at: string }): SearchQuery {
  checkLength(text, options.context.limits.textLength, at);
  const cursor: Cursor = { text, at, position: 0 };
  const query = sequence({ cursor, ...options });
  if (!atEnd(cursor)) throw mistake(cursor, "nothing opens this bracket; write \\) for the sign itself");
  return query ?? NONE;
}
