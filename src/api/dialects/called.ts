import type { FieldNames, SearchQuery } from "../../index/query.ts";
import { and } from "./tree.ts";

/** Nobody calls a resource by a longer name than services take. */
const LONGEST = 256;

/** Words as people type them, without a sign that means something else; `*` at the end is a name not yet typed to its end. */
const PLAIN = /^(?:\\.|[\p{L}\p{N}\p{M}\s.,_@#%;='-])+\*?$/u;
const OPERATOR = /(?:^|\s)(?:-|(?:AND|OR|NOT)(?:\s|$))/u;
const QUOTED = /^"((?:\\.|[^"\\])*)"$/u;

/** The text that stands for itself in a query language, quoted or not; undefined where signs mean something. */
export function plainText(typed: string): string | undefined {
  const quoted = QUOTED.exec(typed.trim())?.[1];
  if (quoted === undefined && (!PLAIN.test(typed) || OPERATOR.test(typed))) return undefined;
  return (quoted ?? typed.replace(/\*$/, "")).replaceAll(/\\(.)/gu, "$1");
}

/**
 * The same resources, those first whose name is what was typed, then those whose name begins so: where names are looked in,
 * that is what people mean.
 */
export function namesFirst(query: SearchQuery, fields: FieldNames, typed: string | undefined): SearchQuery {
  const text = typed?.trim() ?? "";
  const name = fields === "any" ? {} : fields.find((field) => field.name === "name");
  if (name === undefined || text === "" || text.length > LONGEST || query.kind === "none") return query;
  const { weight } = name as { readonly weight?: number };
  const called: SearchQuery = { kind: "called", text, ...(weight !== undefined && { weight }) };
  return and([query, { kind: "or", of: [called], atLeast: 0 }]);
}
