import { z } from "zod";
import { definitionOf, fieldNamed, type Catalog } from "../index/catalog.ts";
import type { Fields } from "../index/json.ts";
import { versionOf, type Hit } from "../index/hit.ts";
import type { Sort } from "../index/query.ts";
import type { Scope } from "../index/scope.ts";
import type { Picker } from "./dialects/source.ts";
import { SEARCHING } from "./dialects/types.ts";
import { shown } from "./show.ts";

/** One resource of an answer. */
export const hitSchema = z.object({
  _index: z.string(),
  _type: z.string().describe("The resource type"),
  _id: z.string(),
  _score: z.number(),
  _source: z.record(z.string(), z.unknown()).optional(),
  _version: z.int().optional().describe("Below 2^53; differs when what you may see of the resource does"),
  highlight: z.record(z.string(), z.array(z.string())).optional(),
  sort: z.array(z.unknown()).optional().describe("Times in milliseconds since 1970"),
});

export type HitShown = z.output<typeof hitSchema>;

/** Who sees the hits, and what of each is shown; `marks` highlights those of a type. */
export type Showing = {
  readonly catalog: Catalog;
  readonly scope: Scope;
  readonly types: readonly string[];
  readonly sort: readonly Sort[];
  readonly pick: Picker;
  readonly version: boolean;
  readonly marks?: (type: string) => (source: Fields) => { [field: string]: string[] };
};

/** A resource's document with the names of what it refers to; a version does not move with these. */
export const documentOf = ({ source, names }: Hit): Fields => (names ? { ...source, ...names } : source);

/** Hits as clients read them. */
export function hitsShown(hits: readonly Hit[], asked: Showing): HitShown[] {
  const { catalog, scope, pick } = asked;
  const marks = new Map(asked.types.map((type) => [type, asked.marks?.(type)]));
  return hits.map((hit) => {
    const { type, id, score, sort } = hit;
    const document = documentOf(hit);
    const marked = marks.get(type)?.(document) ?? {};
    const kinds = asked.sort.map(({ field }) => fieldNamed(definitionOf(catalog, type), field, scope));
    return {
      _index: SEARCHING,
      _type: type,
      _id: id,
      _score: score,
      ...(pick ? { _source: pick(document) } : {}),
      ...(asked.version ? { _version: versionOf(hit) } : {}),
      ...(Object.keys(marked).length > 0 ? { highlight: marked } : {}),
      ...(sort.length > 0
        ? { sort: sort.map((value, i) => shown(value, kinds[i]?.open ? "keyword" : kinds[i]?.field.kind)) }
        : {}),
    };
  });
}
