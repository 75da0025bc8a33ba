import { bind } from "../bind.ts";
import { definitionOf, type Catalog } from "../catalog.ts";
import type { Findable } from "../entry.ts";
import { matcher, valuesOf } from "../match.ts";
import type { Scope } from "../scope.ts";
import { compareTexts, isSuggestible } from "../suggest/suggestible.ts";
import type { Lookup } from "../suggest/suggestion.ts";
import { fold } from "../text.ts";

/** Looks up texts among entries that a caller lists: the plain reference. */
export const lookIn =
  (catalog: Catalog, entries: readonly Findable[], scope: Scope) =>
  ({ type, key, query, start, size }: Lookup): string[] => {
    const matches = matcher(bind(query, definitionOf(catalog, type), scope));
    const texts = entries
      .filter((entry) => entry.ref.type === type && matches(entry) !== undefined)
      .flatMap((entry) => valuesOf(entry, key).filter(isSuggestible))
      .filter((text) => fold(text).startsWith(start));
    return [...new Set(texts)].toSorted(compareTexts).slice(0, size);
  };
