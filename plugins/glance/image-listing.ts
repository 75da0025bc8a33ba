import { z } from "zod";
import { put, putPart, stamp, type ListRequest, type Listing } from "../../src/plugin.ts";
import { CustomProperties, Id, ImageFields, imageFields, memberTold } from "./image-fields.ts";

const Page = z.object({ images: z.array(z.unknown()), next: z.string().optional() });
const Members = z.object({ members: z.array(z.unknown()) });
const Shared = z.object({ id: Id, visibility: z.string().nullish() });

const Listed = z.object({
  os_hidden: z.boolean().default(false),
  os_hash_algo: z.string().nullable().default(null),
  os_hash_value: z.string().nullable().default(null),
});

/** Names of stores, with commas between: where the image is, where an import is bringing it, and where one failed to. */
const Stores = z.object({
  stores: z.string().nullish(),
  os_glance_importing_to_stores: z.string().nullish(),
  os_glance_failed_import: z.string().nullish(),
});

const names = (list: string | null | undefined): string[] => (list ?? "").split(",").filter(Boolean);

/** Glance answers with custom properties side by side with its own fields: what is none of these is a property. */
const OWN = new Set([
  ...Object.keys(ImageFields.shape),
  ...Object.keys(Listed.shape),
  ...Object.keys(Stores.shape),
  "self",
  "file",
  "schema",
  "locations",
  "direct_url",
]);

/** Hidden images are in no list with the others, so there are two. `visibility=all` adds others' community images. */
const images = (hidden: boolean): ListRequest => ({
  path: `/v2/images?visibility=all&os_hidden=${hidden}&limit=200`,
  items: (answer) => Page.parse(answer).images,
  next: (answer) => Page.parse(answer).next,
});

/** All images of a cloud, as Glance tells an administrator, and the members of the shared ones: only those have any. */
export const imageListing: Listing = {
  service: "image",
  perProject: false,
  rules: ["get_images", "get_members", "context_is_admin"],
  requests: () => [images(false), images(true)],
  map: (item, { observed }) => {
    const fields = ImageFields.parse(item);
    const { stores, os_glance_importing_to_stores, os_glance_failed_import } = Stores.parse(item);
    const listed = {
      ...Listed.parse(item),
      stores: names(stores),
      importing_to: names(os_glance_importing_to_stores),
      failed_import: names(os_glance_failed_import),
    };
    const rest = Object.entries(item as object).filter(([name]) => !OWN.has(name));
    const properties = CustomProperties.parse(Object.fromEntries(rest));
    const at = stamp(observed, fields.updated_at, fields.created_at);
    return [
      put(fields.id, imageFields(fields, properties), at),
      putPart(fields.id, "listed", listed, { source: 0, observed }),
    ];
  },
  each: {
    parts: ["members"],
    when: (item) => Shared.parse(item).visibility === "shared",
    request: (item) => ({
      path: `/v2/images/${encodeURIComponent(Shared.parse(item).id)}/members`,
      items: (answer) => Members.parse(answer).members,
    }),
    map: (_item, rows, { observed }) => rows.map((row) => memberTold(row, observed)),
  },
};
