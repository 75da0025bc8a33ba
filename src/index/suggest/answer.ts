import { definitionOf, type Catalog } from "../catalog.ts";
import type { SearchQuery } from "../query.ts";
import type { Scope } from "../scope.ts";
import { compareText, fold, wordsOf } from "../text.ts";
import { likenessOf } from "./likeness.ts";
import { fieldTexts, sourcesOf, type Source } from "./sources.ts";
import { compareTexts } from "./suggestible.ts";
import type { Likeness, Lookup, Suggestion, SuggestRequest } from "./suggestion.ts";

const ALL: SearchQuery = { kind: "all" };
const LIKENESSES: readonly Likeness[] = ["exact", "prefix", "word"];
/** What is equally like what was typed: names of resources first, then of fields, then values. */
const KINDS: readonly Suggestion["kind"][] = ["name", "field", "value"];
/** Elasticsearch finds no more words side by side whose last is a beginning. */
const MOST_WORDS = 8;

/** Open maps' names are found in the index, the names of all other fields in the catalogue. */
const FIELD: Source = { kind: "field", key: "", field: "", lead: "", admin: false };

type Place = { readonly type: string; readonly source: Source };

/** The places to look in, as far as this caller may know of them. */
const placesOf = (catalog: Catalog, { types, valuesOf }: SuggestRequest, scope: Scope): Place[] =>
  types.flatMap((type) =>
    sourcesOf(definitionOf(catalog, type))
      .filter(({ admin, kind }) => (scope.admin || !admin) && (kind !== "value" || valuesOf.includes(type)))
      .map((source) => ({ type, source })),
  );

/** What texts behind a lead must begin with for the whole to begin with what was typed, or a word of it to. */
function startBehind(lead: string, typed: string): string {
  const folded = fold(lead);
  if (folded.startsWith(typed)) return "";
  return typed.startsWith(folded) ? typed.slice(folded.length) : typed;
}

const drafted = ({ kind, lead, field }: Source, type: string, text: string, typed: string): Suggestion[] => {
  const whole = lead + text;
  const likeness = likenessOf(whole, typed);
  return likeness ? [{ kind, text: whole, ...(kind !== "field" && { field }), likeness, types: [type] }] : [];
};

const compare = (a: Suggestion, b: Suggestion): number =>
  LIKENESSES.indexOf(a.likeness) - LIKENESSES.indexOf(b.likeness) ||
  KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
  compareTexts(a.text, b.text) ||
  compareText(a.field ?? "", b.field ?? "");

/** The first of them, each once, with all types that have it. */
function firstOf(drafts: readonly Suggestion[], size: number): Suggestion[] {
  const same = Map.groupBy(drafts, ({ kind, text, field = "" }) => JSON.stringify([kind, field, text]));
  return [...same.values()]
    .map((all) => ({ ...all[0]!, types: [...new Set(all.flatMap(({ types }) => types))].toSorted(compareText) }))
    .toSorted(compare)
    .slice(0, size);
}

/** A calculation that asks an engine for texts, several lookups at a time, and is given them in the same order. */
export type Suggesting = Generator<readonly Lookup[], Suggestion[], readonly (readonly string[])[]>;

type Typed = { readonly text: string; readonly size: number };

/** What is found in these places. */
function* lookUp(
  places: readonly Place[],
  { text }: Typed,
  ask: (place: Place) => Omit<Lookup, "type" | "key">,
): Suggesting {
  if (places.length === 0) return [];
  const texts = yield places.map((place) => ({ type: place.type, key: place.source.key, ...ask(place) }));
  return places.flatMap(({ type, source }, i) => texts[i]!.flatMap((one) => drafted(source, type, one, text)));
}

/** What begins with what was typed. */
const beginning = (places: readonly Place[], typed: Typed): Suggesting =>
  lookUp(places, typed, ({ source: { lead } }) => ({
    query: ALL,
    start: startBehind(lead, fold(typed.text)),
    size: typed.size,
  }));

/** Names with words that do. Those found by their beginning are found again by their first word, hence the size. */
const within = (places: readonly Place[], typed: Typed): Suggesting =>
  lookUp(places, typed, ({ source: { key } }) => ({
    query: { kind: "words", fields: [{ name: key }], text: typed.text, mode: "prefix" },
    start: "",
    size: 2 * typed.size,
  }));

/**
 * The suggestions for what was typed, best first, from an engine's lookups: the meaning of suggestions, for every engine.
 * Words within names are only looked for where beginnings leave room.
 */
export function* suggesting(catalog: Catalog, request: SuggestRequest, scope: Scope): Suggesting {
  const { text, size, types } = request;
  if (fold(text) === "") return [];
  const places = placesOf(catalog, request, scope);
  const fields = types.flatMap((type) =>
    fieldTexts(definitionOf(catalog, type), scope).flatMap((one) => drafted(FIELD, type, one, text)),
  );
  const found = firstOf([...fields, ...(yield* beginning(places, request))], size);
  const words = wordsOf(text).length;
  const full = (found[size - 1]?.likeness ?? "word") !== "word";
  if (full || words === 0 || words > MOST_WORDS) return found;
  const names = places.filter(({ source }) => source.kind === "name");
  return firstOf([...found, ...(yield* within(names, request))], size);
}

/** Runs a calculation against an engine that answers at once. */
export function settled(suggesting: Suggesting, look: (lookup: Lookup) => readonly string[]): Suggestion[] {
  let turn = suggesting.next();
  while (!turn.done) turn = suggesting.next(turn.value.map(look));
  return turn.value;
}
