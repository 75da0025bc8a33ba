import { z } from "zod";
import { type Fields, type Told } from "../../src/plugin.ts";
export declare const Id: z.ZodString;
/** What events and listings both tell of an image. */
export declare const ImageFields: z.ZodObject<{
    id: z.ZodString;
    name: z.ZodDefault<z.ZodNullable<z.ZodString>>;
    status: z.ZodDefault<z.ZodNullable<z.ZodString>>;
    visibility: z.ZodDefault<z.ZodNullable<z.ZodString>>;
    owner: z.ZodDefault<z.ZodNullable<z.ZodString>>;
    created_at: z.ZodDefault<z.ZodNullable<z.ZodString>>;
    updated_at: z.ZodDefault<z.ZodNullable<z.ZodString>>;
    disk_format: z.ZodDefault<z.ZodNullable<z.ZodString>>;
    container_format: z.ZodDefault<z.ZodNullable<z.ZodString>>;
    protected: z.ZodDefault<z.ZodNullable<z.ZodBoolean>>;
    size: z.ZodDefault<z.ZodNullable<z.ZodInt>>;
    virtual_size: z.ZodDefault<z.ZodNullable<z.ZodInt>>;
    min_disk: z.ZodDefault<z.ZodNullable<z.ZodInt>>;
    min_ram: z.ZodDefault<z.ZodNullable<z.ZodInt>>;
    checksum: z.ZodDefault<z.ZodNullable<z.ZodString>>;
    tags: z.ZodDefault<z.ZodArray<z.ZodString>>;
}, z.core.$strip>;
/** Properties that people gave an image; Glance stores texts. */
export declare const CustomProperties: z.ZodDefault<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean, z.ZodNull]>>>;
type Properties = z.infer<typeof CustomProperties>;
/**
 * An image's own fields. `os_glance_*` is left out: it is the bookkeeping of an import, which Glance puts among the
 * properties and takes away again without telling anybody.
 */
export declare const imageFields: (fields: z.infer<typeof ImageFields>, properties: Properties) => Fields;
/** A project that an image is shared with, and whether it accepted; the same from an event and from a listing. */
export declare function memberTold(value: unknown, observed: number): Told;
export {};
