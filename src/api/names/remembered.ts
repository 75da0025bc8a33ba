import type { Json } from "../../index/json.ts";
import { viewNamed, type Scope } from "../../index/scope.ts";

/** What was told of an id: its name, undefined where there was none for whoever asked; `at`: when it was asked. */
type Told = { readonly name: Json | undefined; readonly at: number };

/** Names of one type as one scope was told them, by id. Times are milliseconds of a clock that only goes forward. */
type Names = {
  /** What was asked at `since` or later; the ids of which nothing was are `unknown`. */
  readonly told: (
    ids: Iterable<string>,
    since: number,
  ) => { readonly called: Map<string, Json>; readonly unknown: readonly string[] };
  /** Remembers what asking for ids, begun at `at`, found; an id that is not among it has no name for this scope. */
  readonly note: (ids: readonly string[], found: ReadonlyMap<string, Json>, at: number) => void;
  /** The ids that were named last, however long ago. */
  readonly lately: () => readonly string[];
};

/** Scopes that are remembered, names of each, and UTF-16 units of a name: some 50 MB when all are full. */
const SCOPES = 500;
const NAMES = 200;
const LONGEST = 256;
/** Of what was named last, how much is looked at. */
const LATELY = 100;

/** Puts it last; the one that was put longest ago goes when there are more than `most`. */
function putLast<T>(map: Map<string, T>, key: string, value: T, most: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}

function namesOfOne(): Names {
  const all = new Map<string, Told>();
  return {
    told: (ids, since) => {
      const called = new Map<string, Json>();
      const unknown: string[] = [];
      for (const id of ids) {
        const told = all.get(id);
        if (told === undefined || told.at < since) unknown.push(id);
        else if (told.name !== undefined) called.set(id, told.name);
      }
      return { called, unknown };
    },
    note: (ids, found, at) => {
      for (const id of ids) {
        const name = found.get(id);
        const fits = name === undefined || (typeof name === "string" && name.length <= LONGEST);
        if (fits) putLast(all, id, { name, at }, NAMES);
        else all.delete(id);
      }
    },
    lately: () => [...all.keys()].slice(-LATELY),
  };
}

/** Names as they were told, apart by type and by what the caller may see: nobody is told what another scope was. */
export type Remembered = (type: string, scope: Scope) => Names;

/** Nothing is remembered yet. It stays bounded, whoever asks for whatever. */
export function rememberedNames(): Remembered {
  const scopes = new Map<string, Names>();
  return (type, scope) => {
    const key = JSON.stringify([type, viewNamed(scope)]);
    const names = scopes.get(key) ?? namesOfOne();
    putLast(scopes, key, names, SCOPES);
    return names;
  };
}
