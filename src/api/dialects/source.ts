import { z } from "zod";
import { isObject, type Fields, type Json } from "../../index/json.ts";
import { matcherOf, parsePattern } from "../../index/pattern.ts";
import type { SourceChoice } from "../../index/aggregations/aggregation.ts";
import { asList, oneOrMore } from "./dsl/clause.ts";
import { badRequest } from "./input.ts";

const names = oneOrMore(z.string().max(256));

/** Which fields of the documents to return: names with `*`, or true and false for all and none. */
export const sourceSchema = z.union(
  [
    z.boolean(),
    names,
    z.strictObject({
      include: names.optional(),
      includes: names.optional(),
      exclude: names.optional(),
      excludes: names.optional(),
    }),
  ],
  { error: 'must be a field, a list of fields, {"include": …, "exclude": …}, true or false' },
);

/** Makes of a document what is to be returned; undefined where no document is wanted. */
export type Picker = ((source: Fields) => Fields) | undefined;

type Test = (path: string) => boolean;

const anyOf = (patterns: readonly string[]): Test => {
  const tests = patterns.map((pattern) => matcherOf(parsePattern(pattern)));
  return (path) => tests.some((test) => test(path));
};

/** The part of a value that is wanted; undefined for none. `inside` says that what holds it was named. */
function pick(value: Json, path: string, wanted: Test, unwanted: Test, inside: boolean): Json | undefined {
  if (unwanted(path)) return undefined;
  const here = inside || wanted(path);
  if (Array.isArray(value) && value.some(isObject)) {
    const items = (value as readonly Json[]).flatMap((item) => pick(item, path, wanted, unwanted, here) ?? []);
    return here || items.length > 0 ? items : undefined;
  }
  if (!isObject(value)) return here ? value : undefined;
  const kept = pickFields(value, `${path}.`, wanted, unwanted, here);
  return here || Object.keys(kept).length > 0 ? kept : undefined;
}

function pickFields(source: Fields, prefix: string, wanted: Test, unwanted: Test, inside: boolean): Fields {
  return Object.fromEntries(
    Object.entries(source).flatMap(([name, value]) => {
      const picked = pick(value, prefix + name, wanted, unwanted, inside);
      return picked === undefined ? [] : [[name, picked]];
    }),
  );
}

/** Reads `_source`. A name stands for all below it: `properties` is `properties.*`. */
export function sourceChoice(given: z.output<typeof sourceSchema> | null | undefined, at: string): SourceChoice {
  if (given === false) return false;
  if (given === undefined || given === null || given === true) return { include: [], exclude: [] };
  const { include, includes, exclude, excludes } =
    typeof given === "object" && !Array.isArray(given) ? given : { include: given };
  const wanted = [...asList(include), ...asList(includes)];
  const unwanted = [...asList(exclude), ...asList(excludes)];
  if (wanted.length + unwanted.length > 1000) throw badRequest(at, "names more than 1,000 fields");
  return { include: wanted, exclude: unwanted };
}

/** What a choice makes of documents. */
export function pickerOf(choice: SourceChoice): Picker {
  if (choice === false) return undefined;
  const { include, exclude } = choice;
  if (include.length + exclude.length === 0) return (source) => source;
  const [test, never] = [anyOf(include), anyOf(exclude)];
  return (source) => pickFields(source, "", test, never, include.length === 0);
}
