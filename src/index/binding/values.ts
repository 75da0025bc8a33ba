import { SearchlightError } from "../../errors.ts";
import type { BoundQuery } from "../bound.ts";
import { ipBlock } from "../ip.ts";
import type { Bounds, Scalar } from "../query.ts";
import { valueOf } from "../values.ts";
import { whichever } from "./either.ts";
import { fieldHere, NONE, type Binder } from "./here.ts";

/** Any value of a field; of a nested one, any value of its fields that the caller may see. */
export function bindExists(binder: Binder, name: string): BoundQuery {
  const found = fieldHere(binder, name);
  if (!found) return NONE;
  if (!found.field.fields) return { kind: "exists", key: found.key };
  const inner = Object.keys(found.field.fields).map((one) => bindExists(binder, `${found.key}.${one}`));
  return whichever(inner);
}

/** Any of these addresses, or of those in these blocks. */
function bindAddresses(key: string, texts: readonly string[]): BoundQuery {
  const blocks = texts.map(ipBlock).filter((block) => block !== undefined);
  const alone = [...new Set(blocks.filter(([first, last]) => first === last).map(([first]) => first))];
  const terms: BoundQuery = alone.length === 0 ? NONE : { kind: "terms", key, values: alone };
  const ranges = blocks
    .filter(([first, last]) => first !== last)
    .map(([gte, lte]): BoundQuery => ({ kind: "range", key, numbers: false, bounds: { gte, lte } }));
  return ranges.length === 0 ? terms : whichever([terms, ...ranges]);
}

/** Any of these values; those that are not of the field's kind are none of its values. */
export function bindTerms(binder: Binder, name: string, values: readonly Scalar[]): BoundQuery {
  const found = fieldHere(binder, name);
  if (!found) return NONE;
  const kind = found.open ? "keyword" : found.field.kind;
  if (kind === "ip") return bindAddresses(found.key, values.map(String));
  const bound = values.map((value) => valueOf(kind, value)).filter((value) => value !== undefined);
  return bound.length === 0 ? NONE : { kind: "terms", key: found.key, values: [...new Set(bound)] };
}

/** Values between bounds; of an open map numbers, where all bounds are. @throws SearchlightError `bad-request` for a bound that is not of the field's kind */
export function bindRange(binder: Binder, name: string, bounds: Bounds<string | number>): BoundQuery {
  const found = fieldHere(binder, name);
  if (!found) return NONE;
  const numbers = found.open && Object.values(bounds).every((bound) => typeof bound === "number");
  const kind = found.open ? (numbers ? "double" : "keyword") : found.field.kind;
  const entries = Object.entries(bounds).map(([side, bound]) => [side, valueOf(kind, bound)] as const);
  const bad = entries.findIndex(([, bound]) => bound === undefined);
  if (bad >= 0) {
    const value = JSON.stringify(Object.values(bounds)[bad]);
    throw new SearchlightError(
      "bad-request",
      `${value} is not ${kind === "ip" ? "an" : "a"} ${kind}, which field '${name}' holds`,
      { at: name },
    );
  }
  return { kind: "range", key: found.key, numbers, bounds: Object.fromEntries(entries) };
}
