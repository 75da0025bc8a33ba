import assert from "node:assert/strict";
import { test } from "node:test";
import { assertNoLeak } from "./leaks.ts";

const SECRET = "correct/horse+42";
const base64 = (text: string): string => Buffer.from(text).toString("base64");

/** [how, a text that tells it]. */
const LEAKS: [string, string][] = [
  ["as it is", `{"password":"${SECRET}"}`],
  ["in base64", `x ${base64(SECRET)} y`],
  ["in base64 as SASL/PLAIN sends it", base64(`\0user\0${SECRET}`)],
  ["in base64 as HTTP sends it", `Basic ${base64(`somebody:${SECRET}`)}`],
  ["in base64 for URLs", Buffer.from(`a:${SECRET}`).toString("base64url")],
  ["in base64 with more before it", `path/${base64(`user:${SECRET}`)}`],
  ["in hexadecimal", Buffer.from(SECRET).toString("hex")],
  ["in a URL", `https://user:${encodeURIComponent(SECRET)}@host`],
];
for (const [how, text] of LEAKS) {
  test(`a secret that is told ${how} is seen`, () => assert.throws(() => assertNoLeak(text, [SECRET])));
}

test("where none is told none is seen", () =>
  assertNoLeak(`correct horse ${base64("correct horse")} 127.0.0.1`, [SECRET]));
