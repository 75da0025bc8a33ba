import { z } from "zod";
import { putPart, stamp } from "../../src/plugin.js";
import { soughtBy } from "./image-facets.js";
export const Id = z.string().min(1).max(255);
const Word = z.string().nullable().default(null);
const Count = z.int().nullable().default(null);
/** What events and listings both tell of an image. */
export const ImageFields = z.object({
    id: Id,
    name: Word,
    status: Word,
    visibility: Word,
    owner: Word,
    created_at: Word,
    updated_at: Word,
    disk_format: Word,
    container_format: Word,
    protected: z.boolean().nullable().default(null),
    size: Count,
    virtual_size: Count,
    min_disk: Count,
    min_ram: Count,
    checksum: Word,
    tags: z.array(z.string()).default([]),
});
/** Properties that people gave an image; Glance stores texts. */
export const CustomProperties = z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .default({});
/**
 * An image's own fields. `os_glance_*` is left out: it is the bookkeeping of an import, which Glance puts among the
 * properties and takes away again without telling anybody.
 */
export const imageFields = (fields, properties) => ({
    ...fields,
    ...soughtBy(fields.status, properties),
    is_public: fields.visibility === "public",
    properties: Object.fromEntries(Object.entries(properties).filter(([name, value]) => value !== null && !name.startsWith("os_glance_"))),
});
const Member = z.object({
    image_id: Id,
    member_id: Id,
    status: z.string(),
    created_at: z.string().nullish(),
    updated_at: z.string().nullish(),
    deleted: z.boolean().nullish(),
    deleted_at: z.string().nullish(),
});
/** A project that an image is shared with, and whether it accepted; the same from an event and from a listing. */
export function memberTold(value, observed) {
    const { image_id, member_id, status, created_at, updated_at, deleted, deleted_at } = Member.parse(value);
    const at = stamp(observed, deleted_at, updated_at, created_at);
    return putPart(image_id, `members/${member_id}`, deleted ? null : { status }, at);
}
