import { SearchlightError } from "../../errors.ts";
import { isObject } from "../../index/json.ts";
import { namesOf, type Name } from "../../index/names.ts";
import type { SearchRequest } from "../../index/request.ts";
import type { Principal } from "../../index/scope.ts";
import type { SearchAnswer } from "../../index/store.ts";
import type { Limits } from "../limits.ts";
import type { ApiParts } from "../parts.ts";
import { askedByNames, type Asking } from "./ask.ts";
import { calledFrom } from "./called.ts";
import { finder } from "./find.ts";
import type { Remembered } from "./remembered.ts";
import { withNames } from "./tell.ts";

/** Whether anything in a part of a request asks about a field of this name. */
function mentions(part: unknown, name: string): boolean {
  if (Array.isArray(part)) return part.some((one) => mentions(one, name));
  if (!isObject(part)) return false;
  const { field, fields } = part;
  const listed = Array.isArray(fields) && fields.some((one) => isObject(one) && one["name"] === name);
  return field === name || listed || Object.values(part).some((one) => mentions(one, name));
}

/** Names are not kept with what refers to them, so nothing is in their order, and nothing is counted by them. */
function checkUse({ sort, aggregations }: SearchRequest, names: readonly Name[]): void {
  for (const [at, part] of Object.entries({ sort, aggregations })) {
    const used = names.find(({ name }) => mentions(part, name));
    if (!used) continue;
    const message = `'${used.name}' is looked up for each answer: sort and count by '${used.field}', or search by '${used.name}'`;
    throw new SearchlightError("bad-request", message, { at });
  }
}

type Telling = (hits: SearchAnswer["hits"]) => Promise<SearchAnswer["hits"]>;

/** The answer with its names; without them, and not complete, where the index could not be asked for all of them. */
async function toldNames(answer: SearchAnswer, tell: Telling): Promise<SearchAnswer> {
  try {
    return { ...answer, hits: await tell(answer.hits) };
  } catch (error) {
    if (!(error instanceof SearchlightError && error.code === "store-unavailable")) throw error;
    return { ...answer, complete: false, reasons: [...new Set([...answer.reasons, error.message])] };
  }
}

/** What naming takes: see `ApiParts`; `remembered`: the names that were told lately. */
export type NamingParts = Pick<ApiParts, "store" | "catalog" | "policy" | "namesFor"> & {
  readonly remembered: Remembered;
};

/**
 * The store as one caller asks it: hits tell the names of what they refer to, and are found by these names, as far as the
 * caller may see what is named.
 *
 * @throws SearchlightError `bad-request` for a sort or a count by such a name
 */
export function namingStore(
  parts: NamingParts,
  principal: Principal,
  limits: Pick<Limits, "values" | "searchMilliseconds">,
): ApiParts["store"] {
  const { store, catalog, remembered, namesFor: good = 0 } = parts;
  return {
    ...store,
    search: async (request, scope, signal = new AbortController().signal) => {
      const names = namesOf(catalog, request.types, scope);
      checkUse(request, names);
      const finding = finder(parts, principal, signal);
      const called = calledFrom({ finder: finding, catalog, remembered, good });
      const asking: Asking = { names, catalog, scope, finder: finding, most: limits.values };
      const { query, postFilter, ...rest } = request;
      const searching = store.search(
        {
          ...rest,
          query: await askedByNames(query, asking),
          ...(postFilter && { postFilter: await askedByNames(postFilter, asking) }),
        },
        scope,
        signal,
      );
      const named = request.size === 0 ? [] : new Set(names.map(({ to }) => to));
      const beside = [...named].map((to) => called.beside(to, scope));
      const answer = await searching;
      await Promise.all(beside);
      return toldNames(answer, (hits) => withNames(hits, catalog, scope, called));
    },
    get: async (ref, scope) => {
      const hit = await store.get(ref, scope);
      const finding = finder(parts, principal, AbortSignal.timeout(limits.searchMilliseconds));
      const called = calledFrom({ finder: finding, catalog, remembered, good });
      return hit && (await withNames([hit], catalog, scope, called))[0];
    },
  };
}
