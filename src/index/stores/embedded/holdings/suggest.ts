import { bind } from "../../../bind.ts";
import type { Scope } from "../../../scope.ts";
import { LATE } from "../../../store.ts";
import { settled, suggesting } from "../../../suggest/answer.ts";
import { compareTexts, isSuggestible } from "../../../suggest/suggestible.ts";
import type { Lookup, SuggestAnswer, SuggestRequest } from "../../../suggest/suggestion.ts";
import { fold } from "../../../text.ts";
import { lookIn } from "../../memory-lookup.ts";
import { hasBit, type Bits } from "../sets/bitset.ts";
import type { Column } from "../columns/column.ts";
import { valueAt } from "../columns/dictionary.ts";
import { domainOf } from "../matching/domain.ts";
import { evaluate } from "../matching/evaluate.ts";
import { codesBeginning, inFoldedOrder, occursIn } from "../matching/folded-codes.ts";
import { notWhole, type Holdings } from "./holdings.ts";
import { unlessInterrupted } from "../threads/interrupt.ts";
import { eachPosting } from "../columns/postings.ts";
import { rowEnd, rowOf, rowStart } from "../sets/rows.ts";
import type { TypeIndex } from "../segments/type-index.ts";
import { entryListed } from "../segments/unindexed.ts";

/** The values that a slot has. */
function* valuesAt({ rows, dictionary }: Column, slot: number): Generator<string> {
  const row = rowOf(rows, slot);
  if (row < 0) return;
  for (let i = rowStart(rows, row), end = rowEnd(rows, row); i < end; i++)
    yield String(valueAt(dictionary, rows.codes[i]!));
}

/** Texts of a field that is also indexed folded, by folded text: each as the slots have it that are wanted. */
function* textsOf(exact: Column, folded: Column, start: string, bits: Bits): Generator<readonly string[]> {
  for (const code of codesBeginning(folded, start, bits)) {
    const wanted = String(valueAt(folded.dictionary, code));
    const texts = new Set<string>();
    eachPosting(folded.postings, code, (slot) => {
      if (!hasBit(bits, slot)) return false;
      for (const text of valuesAt(exact, slot)) if (isSuggestible(text) && fold(text) === wanted) texts.add(text);
      return false;
    });
    yield [...texts].toSorted(compareTexts);
  }
}

/** Texts of a field that has few: they are looked at one by one. */
function* fewTexts(exact: Column, start: string, bits: Bits): Generator<readonly string[]> {
  for (const [text, code] of inFoldedOrder(exact.dictionary))
    if (isSuggestible(text) && fold(text).startsWith(start) && occursIn(exact, code, bits)) yield [text];
}

/** The first texts of a segment. Looks no further than it must. */
function firstIn(index: TypeIndex, { key, start, size }: Lookup, bits: Bits): string[] {
  const [exact, folded] = [index.views.exact.get(key), index.views.folded.get(key)];
  const first: string[] = [];
  if (!exact) return first;
  for (const texts of folded ? textsOf(exact, folded, start, bits) : fewTexts(exact, start, bits)) {
    first.push(...texts);
    if (first.length >= size) break;
  }
  return first;
}

/** Suggests from what is indexed. No document is read, and none that the caller does not list is counted or compared. */
export function suggestIn({ catalog, types }: Holdings, request: SuggestRequest, scope: Scope): SuggestAnswer {
  const domains = new Map<TypeIndex, Bits>();
  const domain = (index: TypeIndex): Bits => {
    const known = domains.get(index) ?? domainOf(index, scope);
    domains.set(index, known);
    return known;
  };
  const look = (lookup: Lookup): string[] => {
    const { definition, segments, recent } = types.get(lookup.type)!;
    const query = bind(lookup.query, definition, scope);
    const indexed = segments.flatMap((index) => firstIn(index, lookup, evaluate(query, index, domain(index)).bits));
    const entries = [...recent.values()].flatMap((one) => entryListed(one, scope) ?? []);
    const texts = new Set([...indexed, ...lookIn(catalog, entries, scope)(lookup)]);
    return [...texts].toSorted(compareTexts).slice(0, lookup.size);
  };
  const { value, complete } = unlessInterrupted(() => settled(suggesting(catalog, request, scope), look), []);
  const reasons = [...(complete ? [] : [LATE]), ...notWhole(request.types.map((type) => types.get(type)!))];
  return { suggestions: value, complete: reasons.length === 0, reasons };
}
