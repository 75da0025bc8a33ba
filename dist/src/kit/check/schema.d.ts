import type { Flaw } from "../../index/flaw.ts";
/** What names a resource type: the cloud's standard, the service, the thing. */
export declare const TYPE_NAME: RegExp;
/** What is wrong with the fields that an author declares. */
export declare function schemaFlaws(schema: unknown): Flaw[];
