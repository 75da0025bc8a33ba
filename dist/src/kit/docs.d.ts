import type { ResourcePlugin } from "../plugin.ts";
/** A plugin's fields as a table of Markdown, then the events that it reads. */
export declare function docsOf({ type, schema, shared, events }: ResourcePlugin): string;
