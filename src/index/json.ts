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

/** What JSON needs not escape, of the texts that are mostly written. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** A text as JSON. */
export const quoted = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));

/** The names of an object as they came, as they are written, and what leads the value of each. */
type Order = { readonly came: readonly string[]; readonly names: readonly string[]; readonly leads: readonly string[] };

/** Of objects with as many names, first and last alike, the last order: those of one kind come by the thousand. */
const orders = new Map<string, Order>();
/** Names are whatever people write: should there be ever so many, or long ones, they are put in order again. */
const MOST = { orders: 1000, names: 100, length: 100 };

/** One order of names: whole numbers first, as objects keep them, then by code unit. */
function ordered(came: readonly string[]): Order {
  const names = Object.keys(Object.fromEntries(came.toSorted().map((name) => [name, null])));
  return { came, names, leads: names.map((name) => `,${quoted(name)}:`) };
}

function orderOf(came: readonly string[]): Order {
  if (came.length > MOST.names) return ordered(came);
  const like = `${came.length} ${came[0]} ${came.at(-1)}`;
  const known = orders.get(like);
  if (known?.came.every((name, i) => name === came[i])) return known;
  const order = ordered(came);
  if (orders.size >= MOST.orders) orders.clear();
  if (came.every((name) => name.length <= MOST.length)) orders.set(like, order);
  return order;
}

/** Members that are not there are left out, as JSON does. */
function objectText(object: Readonly<Record<string, Json | undefined>>): string {
  const { names, leads } = orderOf(Object.keys(object));
  let members = "";
  for (let i = 0; i < names.length; i++) {
    const value = object[names[i]!];
    if (value !== undefined) members += leads[i]! + canonical(value);
  }
  return `{${members.slice(1)}}`;
}

/** The one text of a value: keys in one order, no spaces. Equal values give equal texts. Every change is hashed, so it is written by hand. */
export function canonical(value: Json): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number" && !Number.isFinite(value)) return "null"; // as JSON has it
  if (value === null || typeof value !== "object") return String(value);
  return Array.isArray(value)
    ? `[${(value as readonly Json[]).map(canonical).join(",")}]`
    : objectText(value as Fields);
}

/** 64 bits of SHA-256 over the canonical text, as 16 hexadecimal digits. */
export const hashOf = (value: Json): string => hash("sha256", canonical(value), "hex").slice(0, 16);
