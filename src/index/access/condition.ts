import type { Flaw } from "../flaw.ts";
import { isObject, type Fields, type Json } from "../json.ts";
import type { Schema } from "../schema.ts";

/** Fields and the values that they must have: `{ visibility: "public" }`. */
export type Condition = { readonly [field: string]: Json };

/** Whether all of it holds. */
export const meets = (fields: Fields, condition: Condition): boolean =>
  Object.entries(condition).every(([name, value]) => fields[name] === value);

/** What is wrong with the form of a condition: one without fields would hold for everything. */
export function conditionFlaws(at: string, condition: unknown): Flaw[] {
  if (!isObject(condition) || Object.keys(condition).length === 0)
    return [{ at, says: 'must name a field and its value, as in { visibility: "public" }' }];
  return Object.entries(condition)
    .filter(([, value]) => typeof value === "object" && value !== null)
    .map(([name]) => ({ at: `${at}.${name}`, says: "must be one value: a text, a number, true or false" }));
}

/** What is wrong with a condition on a document: what only administrators may know must not decide who sees it. */
export function documentConditionFlaws(at: string, condition: unknown, schema: Schema): Flaw[] {
  const flaws = conditionFlaws(at, condition);
  if (!isObject(condition)) return flaws;
  const fields = Object.keys(condition).flatMap((name): Flaw[] => {
    const field = Object.hasOwn(schema, name) ? schema[name] : undefined;
    if (field === undefined) return [{ at: `${at}.${name}`, says: "is no field of the schema" }];
    if (!field.admin) return [];
    return [
      { at: `${at}.${name}`, says: "is for administrators alone, and who sees the resource would tell its value" },
    ];
  });
  return [...flaws, ...fields];
}
