import { SearchlightError } from "../../errors.ts";
import type { BoundQuery, PatternTarget, RegexpTarget, WeightedKey } from "../bound.ts";
import { compiledRegexp } from "../compiled-regexp.ts";
import { mapPattern } from "../pattern.ts";
import type { CalledSo, FieldNames, Pattern } from "../query.ts";
import type { Regexp } from "../regexp.ts";
import { foldedRegexp } from "../regexp-text.ts";
import { isNumeric } from "../schema.ts";
import { exactOf, fold, piecesOf } from "../text.ts";
import { anywhere, fieldHere, NONE, type Binder } from "./here.ts";

/** In Elasticsearch the name of an open map's entry is a part of the expression, which may not be longer than its limit. */
const LONGEST_NAME = 140;

type TextTarget = WeightedKey & { readonly on: PatternTarget["on"] };

/** Where a text like another may stand: whole values; of a text, its words and its whole, folded; anywhere, words. */
function textTargets(binder: Binder, fields: FieldNames): TextTarget[] {
  if (fields === "any") {
    return anywhere(binder).map((field): TextTarget => ({ ...field, on: "words" }));
  }
  return fields.flatMap(({ name, weight }): TextTarget[] => {
    const found = fieldHere(binder, name);
    if (!found || isNumeric(found.field)) return [];
    const target = { key: found.key, weight: weight ?? (found.open ? 1 : Math.max(1, found.field.weight)) };
    if (found.field.kind === "ip") return [{ ...target, on: "folded" }];
    if (found.field.kind !== "text") return [{ ...target, on: "exact" }];
    return [
      { ...target, on: "words" },
      { ...target, on: "folded" },
    ];
  });
}

/** Words or whole values like a pattern. Case and accents count in what is compared whole, and nowhere else. */
export function bindPattern(binder: Binder, fields: FieldNames, pattern: Pattern): BoundQuery {
  const cut = mapPattern(pattern, exactOf);
  const folded = mapPattern(fields === "any" ? pattern : cut, fold);
  const targets = textTargets(binder, fields).map((target): PatternTarget => ({
    ...target,
    pattern: target.on === "exact" ? cut : folded,
  }));
  return targets.length === 0 ? NONE : { kind: "pattern", targets };
}

/** Words or whole values that a regular expression matches. @throws SearchlightError `bad-request` for one that is too complex, or a name too long for it */
export function bindRegexp(binder: Binder, fields: FieldNames, regexp: Regexp): BoundQuery {
  const [exact, folded] = [compiledRegexp(regexp), compiledRegexp(foldedRegexp(regexp))];
  const targets = textTargets(binder, fields).map((target): RegexpTarget => ({
    ...target,
    ...(target.on === "exact" ? exact : folded),
  }));
  const long = targets.find(({ key }) => key.length > LONGEST_NAME);
  if (long)
    throw new SearchlightError("bad-request", `no regular expression is taken for a name as long as '${long.key}'`);
  return targets.length === 0 ? NONE : { kind: "regexp", targets };
}

/** A text whole; whatever single sign stands between its words, any other may stand there: `a b` is `a-b`. */
const loosely = (text: string): Pattern =>
  piecesOf(text).flatMap(({ text, word }): Pattern => (word === null ? Array.from(text, () => "?") : [{ text }]));

/** What the name of a type's resources is or begins with. */
export function bindCalled(binder: Binder, { text, weight: given }: CalledSo): BoundQuery {
  const found = fieldHere(binder, "name");
  if (!found || found.open || isNumeric(found.field)) return NONE;
  const on = found.field.kind === "text" ? "folded" : "exact";
  const whole = loosely(exactOf(on === "folded" ? fold(text) : text));
  const weight = given ?? found.field.weight;
  const leaf = (pattern: Pattern, weight: number): BoundQuery => ({
    kind: "pattern",
    targets: [{ key: found.key, weight, on, pattern }],
  });
  return { kind: "or", of: [leaf([...whole, "*"], weight / 2), leaf(whole, weight)], atLeast: 1 };
}
