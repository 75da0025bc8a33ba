import type { BoundQuery } from "../../../bound.ts";
import { addBits, eachSlot, emptyWithin, isEmpty, roomOf, setBit, without, type Bits } from "../sets/bitset.ts";
import { checkpoint } from "../threads/interrupt.ts";
import { existing, withinRange, withNear, withSome, withTerms, withWords } from "./leaves.ts";
import { boosted, sumOfAll, sumOfSome, type Matches } from "../sets/matches.ts";
import { matchingPattern, matchingRegexp } from "./matching-text.ts";
import { objectsWithin, ownersOf } from "../segments/objects.ts";
import type { Indexed } from "../segments/segment.ts";

/**
 * The slots of a domain that a query matches, with their scores: what `matcher` says of each entry, for all at once.
 * **Invariant:** the result lies within the domain, and no slot outside it was looked at to make it.
 */
export function evaluate(query: BoundQuery, index: Indexed, domain: Bits): Matches {
  checkpoint();
  switch (query.kind) {
    case "all":
      return { bits: domain, scores: 1 };
    case "none":
      return { bits: emptyWithin(domain), scores: 0 };
    case "and":
      return allOf(query.of, index, domain);
    case "or":
      return someOf(query.of, query.atLeast, index, domain);
    case "not":
      return { bits: without(domain, evaluate(query.of, index, domain).bits), scores: 0 };
    case "filter":
      return { bits: evaluate(query.of, index, domain).bits, scores: 0 };
    case "boost":
      return boosted(evaluate(query.of, index, domain), query.by);
    case "terms":
      return { bits: withTerms(index, query.key, query.values, domain), scores: 1 };
    case "range":
      return { bits: withinRange(index, query, domain), scores: 1 };
    case "exists":
      return { bits: existing(index, query.key, domain), scores: 1 };
    case "pattern":
      return matchingPattern(index, query.targets, domain);
    case "regexp":
      return matchingRegexp(index, query.targets, domain);
    case "words":
      return withWords(index, query, domain);
    case "near":
      return withNear(index, query, domain);
    case "some":
      return withSome(index, query, domain);
    case "nested":
      return withObject(query, index, domain);
  }
}

/** One of the resource's objects matches all that is asked of it. */
function withObject({ path, of }: Extract<BoundQuery, { kind: "nested" }>, index: Indexed, domain: Bits): Matches {
  const objects = index.objects.get(path);
  if (!objects) return { bits: emptyWithin(domain), scores: 0 };
  return ownersOf(objects, evaluate(of, objects, objectsWithin(objects, domain)), domain);
}

/** Each part looks only at what the parts before it left, and none once that is nothing. */
function allOf(parts: readonly BoundQuery[], index: Indexed, domain: Bits): Matches {
  const found: Matches[] = [];
  let left = domain;
  for (const part of parts) {
    const matches = evaluate(part, index, left);
    found.push(matches);
    left = matches.bits;
    if (isEmpty(left)) return { bits: left, scores: 0 };
  }
  return { bits: left, scores: sumOfAll(found) };
}

function someOf(parts: readonly BoundQuery[], atLeast: number, index: Indexed, domain: Bits): Matches {
  const found = parts.map((part) => evaluate(part, index, domain));
  if (atLeast === 1 && found.length === 1) return found[0]!;
  return { bits: atLeast <= 0 ? domain : atLeastOf(found, atLeast, domain), scores: sumOfSome(found) };
}

function atLeastOf(found: readonly Matches[], atLeast: number, domain: Bits): Bits {
  const bits = emptyWithin(domain);
  if (atLeast === 1) {
    for (const matches of found) addBits(bits, matches.bits);
    return bits;
  }
  const counts = new Uint32Array(roomOf(domain));
  for (const matches of found) {
    eachSlot(matches.bits, (slot) => ++counts[slot]! >= atLeast && setBit(bits, slot));
  }
  return bits;
}
