import { nameField, type Name } from "../../index/names.ts";
import type { Catalog } from "../../index/catalog.ts";
import type { FieldNames, SearchQuery } from "../../index/query.ts";
import type { Scope } from "../../index/scope.ts";
import type { Finder } from "./find.ts";

/** What asking by names takes: the names of the types searched, and how what is called so is found. */
export type Asking = {
  readonly names: readonly Name[];
  readonly catalog: Catalog;
  readonly scope: Scope;
  readonly finder: Finder;
  readonly most: number;
};

type Leaf = Extract<SearchQuery, { readonly field: string } | { readonly fields: FieldNames }>;

const isLeaf = (query: SearchQuery): query is Leaf => "field" in query || "fields" in query;

/** The fields that a leaf asks about by name. */
const fieldsOf = (leaf: Leaf): readonly string[] =>
  "field" in leaf ? [leaf.field] : leaf.fields === "any" ? [] : leaf.fields.map(({ name }) => name);

/** The leaf, asked about another field. That there is a name is that there is what has it. */
function about(leaf: Leaf, name: string, field: string): SearchQuery {
  if (leaf.kind === "exists") return { kind: "all" };
  if ("field" in leaf) return { ...leaf, field };
  const asked = leaf.fields === "any" ? [] : leaf.fields.filter((one) => one.name === name);
  return { ...leaf, fields: asked.map((one) => ({ ...one, name: field })) };
}

/** Resources of one type that refer to what is called as a leaf asks. */
async function referring(leaf: Leaf, { type, name, field, to }: Name, asking: Asking): Promise<SearchQuery> {
  const { catalog, finder, scope, most } = asking;
  const sight = finder.sight(to, scope);
  const found = sight ? await finder.find(to, about(leaf, name, nameField(catalog, to)), most, sight) : [];
  const values = found.map(({ id }) => id);
  const ofType: SearchQuery = { kind: "terms", field: "_type", values: [type] };
  return {
    kind: "and",
    of: [
      { kind: "filter", of: ofType },
      { kind: "terms", field, values },
    ],
  };
}

/** The query with what it asks of names asked of the resources that have them, under what the caller may see of those. */
export async function askedByNames(query: SearchQuery, asking: Asking): Promise<SearchQuery> {
  const inner = (one: SearchQuery): Promise<SearchQuery> => askedByNames(one, asking);
  switch (query.kind) {
    case "and":
    case "or":
      return { ...query, of: await Promise.all(query.of.map(inner)) };
    case "not":
    case "filter":
    case "boost":
      return { ...query, of: await inner(query.of) };
    default: {
      if (!isLeaf(query)) return query;
      const names = asking.names.filter(({ name }) => fieldsOf(query).includes(name));
      if (names.length === 0) return query;
      const of = await Promise.all(names.map((name) => referring(query, name, asking)));
      return { kind: "or", of: [query, ...of], atLeast: 1 };
    }
  }
}
