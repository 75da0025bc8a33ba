import { isIPv4, isIPv6 } from "node:net";

/** Hexadecimal digits of an address; one of version 4 is that of version 6 which stands for it (RFC 4291, 2.5.5.2). */
const DIGITS = 32;
const MAPPED = "ffff".padStart(24, "0");

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, "0");
const quadKey = (text: string): string =>
  text
    .split(".")
    .map((part) => hex(Number(part), 2))
    .join("");

/** The 16-bit groups between two colons, as hexadecimal digits; the last may be an address of version 4. */
const groupsKey = (text: string): string =>
  text === ""
    ? ""
    : text
        .split(":")
        .map((group) => (group.includes(".") ? quadKey(group) : group.padStart(4, "0")))
        .join("");

/** An address as a text that sorts as addresses do, the same however it is written; undefined if it is none. */
export function ipKey(text: string): string | undefined {
  const address = text.trim().toLowerCase();
  if (isIPv4(address)) return MAPPED + quadKey(address);
  if (!isIPv6(address) || address.includes("%")) return undefined;
  const [head = "", tail] = address.split("::").map(groupsKey);
  return tail === undefined ? head : head.padEnd(DIGITS - tail.length, "0") + tail;
}

/** The address that a key of `ipKey` stands for, as RFC 5952 writes it; version 4 with dots. */
export function ipText(key: string): string {
  if (key.startsWith(MAPPED))
    return (key.slice(24).match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)).join(".");
  const groups = (key.match(/.{4}/g) ?? []).map((group) => Number.parseInt(group, 16).toString(16)).join(":");
  const zeros = [...groups.matchAll(/(?<![^:])0(?::0)+(?![^:])/g)].toSorted((a, b) => b[0].length - a[0].length)[0];
  if (!zeros) return groups;
  const [before, after] = [groups.slice(0, zeros.index), groups.slice(zeros.index + zeros[0].length)];
  return `${before.replace(/:$/, "")}::${after.replace(/^:/, "")}`;
}

/** The first and last key of a block of addresses (`10.0.0.0/8`), or of one address; undefined if it is neither. */
export function ipBlock(text: string): readonly [first: string, last: string] | undefined {
  const [, address = "", length] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(text.trim()) ?? [];
  const key = ipKey(address);
  if (key === undefined) return undefined;
  const bits = length === undefined ? 128 : Number(length) + (isIPv4(address) ? 96 : 0);
  if (bits > 128) return undefined;
  const rest = (1n << BigInt(128 - bits)) - 1n;
  const first = BigInt(`0x${key}`) & ~rest;
  return [first, first | rest].map((end) => end.toString(16).padStart(DIGITS, "0")) as [string, string];
}
