import { holderOf } from "../../index/access/key.ts";
import { entryOf } from "../../index/entry.ts";
import { flatSchema } from "../../index/nested.ts";
import type { Operation } from "../../index/operation.ts";
import type { SearchQuery } from "../../index/query.ts";
import type { SearchRequest } from "../../index/request.ts";
import { scopeOf, type Scope } from "../../index/scope.ts";
import type { IndexStore } from "../../index/store.ts";
import type { ResourcePlugin } from "../../plugin.ts";
import { statesOf } from "./told.ts";

/** A project, and a user, that has nothing to do with any sample. */
const STRANGER = "a-project-that-no-sample-names";

/** A member of nothing that any sample names, but for the project or user that has this key. */
const holder = (key: string): Scope =>
  scopeOf({ userId: STRANGER, projectId: STRANGER, roles: ["member"], ...holderOf(key) });

/** The projects and users that see something of what was told, and one that should see what everybody does. */
export function membersOf(plugin: ResourcePlugin, said: readonly Operation[]): Scope[] {
  const entries = [...statesOf(said).values()].flatMap((state) => entryOf(plugin, state) ?? []);
  const keys = entries.flatMap(({ access: { readBy } }) => (readBy === "everybody" ? [] : readBy));
  return [...new Set([...keys, STRANGER])].map(holder);
}

export const everything = (): Scope =>
  scopeOf({ userId: "a", projectId: STRANGER, roles: ["admin"] }, { allProjects: true });

/** Questions that touch every field: what is there, counted by each; and what some values are found by, whole and as words. */
function questionsOf({ type, schema }: ResourcePlugin, said: readonly Operation[]): SearchRequest[] {
  const names = Object.keys(flatSchema(type, schema));
  const values = said.flatMap((told) =>
    told.kind === "put" ? Object.entries(told.fields ?? {}).filter(([, value]) => typeof value === "string") : [],
  ) as [string, string][];
  const some = [...new Map(values.map((value) => [value.join("\n"), value])).values()].slice(0, 6);
  const queries: SearchQuery[] = [
    { kind: "all" },
    ...some.flatMap(([field, value]): SearchQuery[] => [
      { kind: "terms", field, values: [value] },
      { kind: "words", fields: "any", text: value, mode: "any" },
    ]),
  ];
  const aggregations = Object.fromEntries(names.map((field) => [field, { kind: "terms" as const, field, size: 100 }]));
  return queries.map((query) => ({
    types: [type],
    query,
    sort: [],
    from: 0,
    size: 100,
    aggregations: query.kind === "all" ? aggregations : {},
  }));
}

/** Everything that these people are answered by a store that was told so, in one list. */
export async function answersOf(
  store: IndexStore,
  plugin: ResourcePlugin,
  said: readonly Operation[],
  people: readonly Scope[],
): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const scope of people) {
    for (const question of questionsOf(plugin, said)) answers.push(await store.search(question, scope));
    for (const id of statesOf(said).keys()) answers.push((await store.get({ type: plugin.type, id }, scope)) ?? null);
  }
  return answers;
}
