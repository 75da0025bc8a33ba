import assert from "node:assert/strict";
import { test } from "node:test";
import { versionKey, versionText } from "../../src/index/values.ts";

/** [a version as written, as it is shown again]. */
const VERSIONS: [string, string][] = [
  ["1.10.0", "1.10.0"],
  ["v2", "2.0.0"],
  ["0.0.0", "0.0.0"],
  ["10.20", "10.20.0"],
  ["1.0.0-rc.1", "1.0.0-rc.1"],
  ["1.0.0-alpha-beta.007", "1.0.0-alpha-beta.7"],
  ["1.0.0-0.x-y", "1.0.0-0.x-y"],
  ["1.0.0+build.5", "1.0.0"],
  ["1.0.0-12345678901234567890", "1.0.0-12345678901234567890"],
];

for (const [written, shown] of VERSIONS)
  test(`the sort key of ${written} says ${shown}`, () => {
    const key = versionKey(written);
    assert.ok(key);
    assert.equal(versionText(key), shown);
    assert.equal(versionKey(versionText(key)), key);
  });
