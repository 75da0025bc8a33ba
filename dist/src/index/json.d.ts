/** Anything JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | {
    readonly [key: string]: Json;
};
/** The fields of a part, of a document, of a payload. */
export type Fields = {
    readonly [key: string]: Json;
};
/** True for a JSON object (not null, not a list). */
export declare const isObject: (value: unknown) => value is Record<string, unknown>;
/** True for what JSON can say, nested at most `levels` deep: what is deeper would be too much for whatever walks it. */
export declare function isJson(value: unknown, levels?: number): value is Json;
/** The one text of a value: keys sorted by code unit, no spaces. Equal values give equal texts. */
export declare function canonical(value: Json): string;
/** 64 bits of SHA-256 over the canonical text, as 16 hexadecimal digits. */
export declare const hashOf: (value: Json) => string;
