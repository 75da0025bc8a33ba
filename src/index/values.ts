import { ipKey, ipText } from "./ip.ts";
import { isObject, type Fields, type Json } from "./json.ts";
import type { FieldKind } from "./schema.ts";
import { exactOf } from "./text.ts";

/** A value as engines compare it: text by code point, numbers and times (microseconds since 1970) as numbers. */
export type Value = string | number;

const TIME = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,](\d{1,9}))?\s*(Z|[+-]\d\d:?\d\d)?)?$/i;

/**
 * Microseconds since 1970 of a time as services write it: `2026-11-22T17:13:30Z`, `2026-11-22 17:13:31.013693`,
 * `2026-11-22`; UTC where no zone is given. Undefined for anything else.
 */
export function microseconds(value: string): number | undefined {
  const match = TIME.exec(value.trim());
  if (!match) return undefined;
  const [, day, clock = "00:00:00", fraction = "", zone = "Z"] = match;
  const time = Date.parse(
    `${day}T${clock.length === 5 ? `${clock}:00` : clock}${zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase()}`,
  );
  return Number.isNaN(time) ? undefined : time * 1000 + Number(fraction.padEnd(6, "0").slice(0, 6));
}

/** Semantic version (https://semver.org, section 11) as a text that sorts as the version does; undefined if it is none. */
export function versionKey(value: string): string | undefined {
  const match = /^v?(\d{1,15})(?:\.(\d{1,15}))?(?:\.(\d{1,15}))?(?:-([0-9A-Za-z.-]+))?(?:\+.*)?$/.exec(value.trim());
  if (!match) return undefined;
  const [, major, minor = "0", patch = "0", pre] = match;
  const number = (digits: string): string => digits.replace(/^0+(?=\d)/, "").padStart(15, "0");
  // A release sorts after its pre-releases ("~" is above every digit and letter); numeric identifiers below others.
  const identifiers = pre?.split(".").map((part) => (/^\d{1,15}$/.test(part) ? `0${number(part)}` : `1${part}`));
  return `${number(major!)}.${number(minor)}.${number(patch)}${identifiers ? `-${identifiers.join("!")}` : "~"}`;
}

/** The version that a key of `versionKey` stands for, in full: `1.10.0-rc.1`. */
export function versionText(key: string): string {
  const [, release = "", pre] = /^([\d.]+)(?:~|-(.*))$/s.exec(key) ?? [];
  const digits = (text: string): string => text.replace(/^0+(?=\d)/, "");
  const identifiers = pre?.split("!").map((part) => (part.startsWith("0") ? digits(part.slice(1)) : part.slice(1)));
  return [release.split(".").map(digits).join("."), ...(identifiers ? [identifiers.join(".")] : [])].join("-");
}

const numeric = (value: Json): number | undefined => {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number + 0 : undefined; // -0 is 0
};

/** A key is longer than its version, and no value that is compared may be longer than values are. */
const cutKey = (key: string | undefined): string | undefined => (key === undefined ? undefined : exactOf(key));

/** One value of a field of this kind, as engines compare it; undefined when it is not of the kind. */
export function valueOf(kind: FieldKind, value: Json): Value | undefined {
  if (value === null || typeof value === "object") return undefined;
  switch (kind) {
    case "long":
    case "double":
      return typeof value === "boolean" ? undefined : numeric(value);
    case "date":
      return typeof value === "string" ? microseconds(value) : undefined;
    case "boolean":
      return value === true || value === "true" || value === "True"
        ? "true"
        : value === false || value === "false" || value === "False"
          ? "false"
          : undefined;
    case "ip":
      return typeof value === "string" ? ipKey(value) : undefined;
    case "version":
      return typeof value === "string" ? cutKey(versionKey(value)) : undefined;
    default:
      return exactOf(String(value));
  }
}

/** The text that a value of a field of this kind is shown as. */
export const textOf = (kind: FieldKind | undefined, value: Value): string =>
  kind === "version" ? versionText(String(value)) : kind === "ip" ? ipText(String(value)) : String(value);

/** The entries of an open map, one level deep: `{a: {b: 1}}` is `a.b` → 1. Lists give several values. */
export function* entriesOf(map: Fields, prefix = "", depth = 0): Generator<[name: string, value: string]> {
  for (const [name, value] of Object.entries(map)) {
    const path = exactOf((prefix + name).replaceAll("\u0000", ""));
    for (const item of Array.isArray(value) ? (value as readonly Json[]) : [value]) {
      if (item === null) continue;
      if (isObject(item) && depth < 8) yield* entriesOf(item, `${path}.`, depth + 1);
      else yield [path, exactOf(typeof item === "object" ? JSON.stringify(item) : String(item))];
    }
  }
}

/** The number that an open map's value reads as, if it does: ranges with numbers for bounds compare these, and metrics measure them. */
export const numberOf = (value: string): number | undefined =>
  /^-?\d{1,15}(\.\d+)?$/.test(value) ? Number(value) + 0 : undefined; // -0 is 0
