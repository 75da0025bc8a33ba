import assert from "node:assert/strict";

/** What text may be that was encoded once: base64 of either alphabet, hexadecimal, and percent. */
const DECODERS: readonly ((text: string) => readonly string[])[] = [
  (text) => [text],
  // At each of the four places where a group of base64 may begin, for what comes before may belong to something else.
  (text) =>
    [...text.matchAll(/[\w+/-]{8,}/g)].flatMap(([found]) =>
      [0, 1, 2, 3].map((from) => Buffer.from(found.slice(from), "base64").toString("latin1")),
    ),
  (text) => [...text.matchAll(/(?:[\da-f]{2}){4,}/gi)].map(([found]) => Buffer.from(found, "hex").toString("latin1")),
  (text) => [text.replaceAll(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))],
];

/** Sees to it that a text holds none of the secrets: not as they are, nor in base64 (alone or with more), hex or percents. */
export function assertNoLeak(text: string, secrets: readonly string[]): void {
  const readings = DECODERS.flatMap((decode) => decode(text));
  for (const secret of secrets)
    for (const reading of readings) assert.ok(!reading.includes(secret), `a secret is told: ${text}`);
}
