import { type Fields, type Json } from "./json.ts";
import type { FieldKind } from "./schema.ts";
/** A value as engines compare it: text by code point, numbers and times (microseconds since 1970) as numbers. */
export type Value = string | number;
/**
 * Microseconds since 1970 of a time as services write it: `2026-11-22T17:13:30Z`, `2026-11-22 17:13:31.013693`,
 * `2026-11-22`; UTC where no zone is given. Undefined for anything else.
 */
export declare function microseconds(value: string): number | undefined;
/** Semantic version (https://semver.org, section 11) as a text that sorts as the version does; undefined if it is none. */
export declare function versionKey(value: string): string | undefined;
/** The version that a key of `versionKey` stands for, in full: `1.10.0-rc.1`. */
export declare function versionText(key: string): string;
/** One value of a field of this kind, as engines compare it; undefined when it is not of the kind. */
export declare function valueOf(kind: FieldKind, value: Json): Value | undefined;
/** The entries of an open map, one level deep: `{a: {b: 1}}` is `a.b` → 1. Lists give several values. */
export declare function entriesOf(map: Fields, prefix?: string, depth?: number): Generator<[name: string, value: string]>;
/** The number that an open map's value reads as, if it does: ranges with numbers for bounds compare these. */
export declare const numberOf: (value: string) => number | undefined;
