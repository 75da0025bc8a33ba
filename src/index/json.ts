import { hash } from "node:crypto";

/** Anything JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The fields of a part, of a document, of a payload. */
export type Fields = { readonly [key: string]: Json };

/** True for a JSON object (not null, not a list). */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** True for what JSON can say, nested at most `levels` deep: what is deeper would be too much for whatever walks it. */
export function isJson(value: unknown, levels = 20): value is Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || levels === 0) return false;
  return Object.values(value).every((item) => isJson(item, levels - 1));
}

/** The same value with the keys of its objects in one order: whole numbers first, as objects keep them, then by code unit. */
function inOrder(value: Json): Json {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map(inOrder);
  const object = value as Fields;
  const keys = Object.keys(object).toSorted();
  return Object.fromEntries(keys.map((key) => [key, inOrder(object[key]!)]));
}

/** The one text of a value: keys in one order, no spaces. Equal values give equal texts. */
export const canonical = (value: Json): string => JSON.stringify(inOrder(value));

/** 64 bits of SHA-256 over the canonical text, as 16 hexadecimal digits. */
export const hashOf = (value: Json): string => hash("sha256", canonical(value), "hex").slice(0, 16);
