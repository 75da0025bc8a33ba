import { prefixPattern } from "../../index/pattern.ts";
import type { SearchQuery } from "../../index/query.ts";
import { badRequest } from "./input.ts";
import { checkLength, patternLeaf } from "./leaf.ts";
import { atEnd, next, skipSpace, take, type Cursor } from "./lucene/cursor.ts";
import { phraseValue, textValue, type Where } from "./lucene/value.ts";
import { readTilde } from "./lucene/word.ts";
import { ALL, and, NONE, not, or } from "./tree.ts";

/**
 * The query language for search boxes, which has no mistakes: what means nothing where it stands is left out
 * (https://lucene.apache.org/core/10_0_0/queryparser/, SimpleQueryParser).
 *
 *     sequence = part { [ "+" | "|" ] part }      all of, any of; without a sign as the default operator says; from the left
 *     part     = { "-" } ( "(" sequence ")" | phrase | word )
 *     phrase   = '"' … '"' [ "~" [ number ] ]
 *     word     = anything up to a space or a sign [ "*" | "~" [ number ] ]
 *
 * `\` makes a sign literal. `-` is anything but this, so `a -b` with the default operator "or" is a, or whatever is not b.
 */
type Simple = Where & { readonly all: boolean; readonly atLeast: ((count: number) => number) | undefined };

type Operator = "and" | "or";
/** What is read of a sequence so far: parts that one operator joins. */
type Joined = { readonly operator: Operator; readonly of: readonly SearchQuery[] };

const queryOf = ({ operator, of }: Joined): SearchQuery => (operator === "and" ? and(of) : or(of));

/** One part more: beside the others where the operator is theirs, else beside all of them as one. */
const joining = (joined: Joined, operator: Operator, part: SearchQuery): Joined =>
  joined.operator === operator || joined.of.length < 2
    ? { operator, of: [...joined.of, part] }
    : { operator, of: [queryOf(joined), part] };

const ENDS_WORD = /[\s+|()"]/u;
const LIKE = /~\d{0,6}(?=[\s+|()"]|$)/uy;
const STAR = /\*(?=[\s+|()"]|$)/uy;

const standsAt = (sign: RegExp, { text, position }: Cursor): boolean => {
  sign.lastIndex = position;
  return sign.test(text);
};

function readPlain(cursor: Cursor): string {
  let text = "";
  while (!atEnd(cursor) && !ENDS_WORD.test(next(cursor)) && !standsAt(LIKE, cursor) && !standsAt(STAR, cursor)) {
    if (take(cursor, "\\") && atEnd(cursor)) break;
    text += next(cursor);
    cursor.position++;
  }
  return text;
}

function word(simple: Simple, cursor: Cursor): SearchQuery | undefined {
  const text = readPlain(cursor);
  if (take(cursor, "*"))
    return text === "" ? ALL : patternLeaf(simple.context, simple.fields, prefixPattern(text), cursor.at);
  const like = readTilde(cursor);
  const number = like?.number === undefined ? {} : { number: Math.min(2, like.number) };
  return text === "" ? undefined : textValue(simple, text, like && number, cursor.at);
}

function phrase(simple: Simple, cursor: Cursor): SearchQuery | undefined {
  const start = ++cursor.position;
  let text = "";
  for (; !atEnd(cursor); cursor.position++) {
    if (take(cursor, '"')) return phraseValue(simple, text, cursor);
    if (take(cursor, "\\") && atEnd(cursor)) break;
    text += next(cursor);
  }
  cursor.position = start;
  return undefined;
}

function part(simple: Simple, cursor: Cursor, depth: number): SearchQuery | undefined {
  let negative = false;
  while (take(cursor, "-")) negative = !negative;
  let query: SearchQuery | undefined;
  if (take(cursor, "(")) {
    const joined = sequence(simple, cursor, depth + 1);
    query = joined.of.length > 0 ? queryOf(joined) : undefined;
  } else query = next(cursor) === '"' ? phrase(simple, cursor) : word(simple, cursor);
  return query && negative ? not(query) : query;
}

function sequence(simple: Simple, cursor: Cursor, depth: number): Joined {
  const { limits } = simple.context;
  if (depth > limits.depth) throw badRequest(cursor.at, `nested deeper than ${limits.depth} queries`);
  const usual: Operator = simple.all ? "and" : "or";
  let joined: Joined = { operator: usual, of: [] };
  let operator = usual;
  for (skipSpace(cursor); !atEnd(cursor); skipSpace(cursor)) {
    if (take(cursor, "+")) operator = "and";
    else if (take(cursor, "|")) operator = "or";
    else if (take(cursor, ")")) {
      if (depth > 1) return joined;
    } else {
      const query = part(simple, cursor, depth);
      if (query) joined = joining(joined, operator, query);
      operator = usual;
    }
  }
  return joined;
}

/**
 * What a text of this language means; one that asks for nothing finds nothing.
 *
 * @throws SearchlightError `bad-request` beyond a limit
 */
export function parseSimple(text: string, at: string, simple: Simple): SearchQuery {
  checkLength(text, simple.context.limits.textLength, at);
  const joined = sequence(simple, { text, at, position: 0 }, 1);
  const { operator, of } = joined;
  if (of.length === 0) return NONE;
  return operator === "or" && simple.atLeast ? or(of, Math.max(1, simple.atLeast(of.length))) : queryOf(joined);
}
