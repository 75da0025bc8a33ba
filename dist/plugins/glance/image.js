import { z } from "zod";
import { boolean, date, definePlugin, keyword, long, open, put, remove, stamp, text } from "../../src/plugin.js";
import { CustomProperties, Id, ImageFields, imageFields, memberTold } from "./image-fields.js";
import { imageListing } from "./image-listing.js";
const Image = ImageFields.extend({ properties: CustomProperties });
const Deleted = z.object({ id: Id, updated_at: z.string().nullish(), deleted_at: z.string().nullish() });
/**
 * Images of Glance, with whom they are shared. Glance lists an image to its owner, to everybody when it is public, and to
 * accepted members while it is shared; others' community images and pending shares are read by id only.
 *
 * Events do not tell `os_hidden`, the hashes and the stores, nor when an import is over: they come from the listing, as
 * the part `listed`.
 */
export const image = definePlugin({
    type: "OS::Glance::Image",
    events: [
        ...["create", "prepare", "upload", "activate", "update", "delete"].map((action) => `image.${action}`),
        ...["create", "update", "delete"].map((action) => `image.member.${action}`),
    ],
    schema: {
        id: keyword(),
        name: text({ weight: 4 }),
        status: keyword({ facet: true }),
        visibility: keyword({ facet: true }),
        is_public: boolean(),
        owner: keyword({ facet: true, refersTo: "OS::Keystone::Project" }),
        created_at: date(),
        updated_at: date(),
        disk_format: keyword({ facet: true }),
        container_format: keyword({ facet: true }),
        protected: boolean({ facet: true }),
        size: long(),
        virtual_size: long(),
        min_disk: long(),
        min_ram: long(),
        checksum: keyword(),
        tags: keyword({ facet: true }),
        uploading: boolean({ facet: true }),
        signed: boolean({ facet: true }),
        encrypted: boolean({ facet: true }),
        image_type: keyword({ facet: true }),
        instance_uuid: keyword({ refersTo: "OS::Nova::Server" }),
        base_image_ref: keyword({ refersTo: "OS::Glance::Image" }),
        properties: open({ facets: ["architecture", "os_distro", "os_type", "os_version"] }),
        os_hidden: boolean({ facet: true }),
        os_hash_algo: keyword(),
        os_hash_value: keyword(),
        stores: keyword({ facet: true }),
        importing_to: keyword({ facet: true }),
        failed_import: keyword({ facet: true }),
        members: keyword({ admin: true, refersTo: "OS::Keystone::Project" }),
    },
    access: {
        owner: "owner",
        public: { visibility: "public" },
        byIdOnly: { visibility: "community" },
        sharedBy: { parts: "members", accepted: { status: "accepted" }, when: { visibility: "shared" } },
    },
    shared: { project_id: "owner" },
    changed: ["updated_at", "created_at"],
    hiddenBy: "os_hidden",
    join: { members: (rows) => (rows.length > 0 ? { members: rows.map(({ key }) => key) } : {}) },
    apply: ({ eventType, payload, observed }) => {
        // A failed upload tells what went wrong, not what the image is.
        if (typeof payload === "string")
            return [];
        if (eventType.startsWith("image.member."))
            return [memberTold(payload, observed)];
        if (eventType === "image.delete") {
            const { id, updated_at, deleted_at } = Deleted.parse(payload);
            return [remove(id, stamp(observed, deleted_at, updated_at), { final: true })];
        }
        const { properties, ...fields } = Image.parse(payload);
        return [put(fields.id, imageFields(fields, properties), stamp(observed, fields.updated_at, fields.created_at))];
    },
    list: imageListing,
});
