import { z } from "zod";
import { put, putPart, stamp, type Fields, type Listing } from "../../src/plugin.ts";
import { HELD, Named, type Parts } from "./metadef-parts.ts";

const Word = z.string().nullable().default(null);

/** What events and listings both tell of a namespace. */
export const Namespace = z.object({
  namespace: z.string().min(1).max(255),
  display_name: Word,
  description: Word,
  visibility: Word,
  protected: z.boolean().nullable().default(null),
  owner: Word,
  created_at: Word,
  updated_at: Word,
});

/** A namespace's own fields: it is found by its name, and has that for an id, as resources of other types have one. */
export const namespaceFields = (fields: z.infer<typeof Namespace>): Fields => ({
  id: fields.namespace,
  name: fields.namespace,
  ...fields,
});

const Page = z.object({ namespaces: z.array(z.unknown()), next: z.string().optional() });

const Whole = z.object({
  objects: z.array(z.unknown()).default([]),
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  resource_type_associations: z.array(z.unknown()).default([]),
  tags: z.array(z.unknown()).default([]),
});

const PARTS = Object.keys(HELD) as Parts[];
const Held = z.object({ parts: z.enum(PARTS), value: z.unknown() });
type Held = z.infer<typeof Held>;

/** All that one namespace holds, as Glance tells it when it is asked for by name. */
function heldIn(answer: unknown): Held[] {
  const { objects, properties, resource_type_associations, tags } = Whole.parse(answer);
  const of = (parts: Parts, values: readonly unknown[]): Held[] => values.map((value) => ({ parts, value }));
  return [
    ...of("objects", objects),
    ...of(
      "properties",
      Object.entries(properties).map(([name, property]) => ({ ...property, name })),
    ),
    ...of("resource_types", resource_type_associations),
    ...of("tags", tags),
  ];
}

/** All namespaces, as Glance tells an administrator, and what each holds, which only the answer about it alone tells. */
export const metadefListing: Listing = {
  service: "image",
  perProject: false,
  rules: ["get_metadef_namespaces", "get_metadef_namespace"],
  requests: () => [
    {
      path: "/v2/metadefs/namespaces?limit=200",
      items: (answer) => Page.parse(answer).namespaces,
      next: (answer) => Page.parse(answer).next,
    },
  ],
  map: (item, { observed }) => {
    const fields = Namespace.parse(item);
    return [put(fields.namespace, namespaceFields(fields), stamp(observed, fields.updated_at, fields.created_at))];
  },
  each: {
    parts: PARTS,
    when: () => true,
    request: (item) => ({
      path: `/v2/metadefs/namespaces/${encodeURIComponent(Namespace.parse(item).namespace)}`,
      items: heldIn,
    }),
    map: (item, rows, { observed }) => {
      const { namespace } = Namespace.parse(item);
      return rows.map((row) => {
        const { parts, value } = Held.parse(row);
        const { name } = Named.parse(value);
        return putPart(namespace, `${parts}/${name}`, HELD[parts](value), { source: 0, observed });
      });
    },
  },
};
