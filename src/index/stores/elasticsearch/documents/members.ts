import { quoted } from "../../../json.ts";

/**
 * JSON written by hand: a document has some sixty members of which each is short, and `JSON.stringify` takes longer to begin than to
 * write one.
 */

/** Texts and numbers as a JSON array. */
export function listed(values: readonly (string | number)[]): string {
  let list = "";
  for (const value of values) list += (list === "" ? "" : ",") + (typeof value === "string" ? quoted(value) : value);
  return `[${list}]`;
}

/** Names with their colons: a document has dozens, the same in every other. */
const named = new Map<string, string>();
/** Names of entries are whatever people write; should there be ever so many, they are made again. */
const MOST_NAMES = 10_000;

/** A member of a JSON object, led by a comma, whose value is JSON already. */
export function member(name: string, value: string): string {
  let lead = named.get(name);
  if (lead === undefined) {
    if (named.size >= MOST_NAMES) named.clear();
    named.set(name, (lead = `,${JSON.stringify(name)}:`));
  }
  return lead + value;
}

/** The JSON object of members. */
export const objectOf = (members: string): string => `{${members.slice(1)}}`;
