import type { Fields, Json } from "../../src/plugin.ts";
type Properties = {
    readonly [name: string]: Json;
};
/** What people look for images by, told by their properties and their state. */
export declare const soughtBy: (status: string | null, properties: Properties) => Fields;
export {};
