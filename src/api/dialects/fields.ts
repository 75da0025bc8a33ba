import type { FieldNames } from "../../index/query.ts";
import { valueKinds, type Context } from "./context.ts";
import { badRequest } from "./input.ts";

/** Names that mean all the text there is; `_all` is what it was called before Elasticsearch 6. */
export const isAnyField = (name: string): boolean => name === "*" || name === "_all" || name === "*.*";

/** One of a list of fields, as clients write it: `name`, or `name^4` for a match that counts four times. */
function oneOf(context: Context, text: string, at: string, lenient: boolean): { name: string; weight?: number }[] {
  const [, name = text, boost] = /^(.+?)(?:\^(\d+(?:\.\d+)?))?$/.exec(text) ?? [];
  if (name.includes("*")) throw badRequest(at, `'${name}': name the fields, or '*' for all of them`);
  if (lenient && context.kindsOf(name).size === 0) return [];
  valueKinds(context, name, at);
  return [{ name, ...(boost === undefined ? {} : { weight: Number(boost) }) }];
}

/**
 * The fields to look in; none named means everywhere. `lenient` leaves out fields that do not exist.
 *
 * @throws SearchlightError `unknown-field`
 */
export function fieldNames(context: Context, names: readonly string[], at: string, lenient = false): FieldNames {
  if (names.length === 0 || names.some((name) => isAnyField(name.replace(/\^[\d.]+$/, "")))) return "any";
  context.spend(names.length - 1, at);
  return names.flatMap((name) => oneOf(context, name, at, lenient));
}
