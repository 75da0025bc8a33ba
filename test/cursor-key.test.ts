import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { cursorKeyOf } from "../src/commands/cursor-key.ts";
import { readConfig } from "../src/config.ts";

const directory = (): string => join(mkdtempSync(join(tmpdir(), "searchlight-")), "data");
const keyIn = (data: string): string =>
  Buffer.from(cursorKeyOf({ cursorKey: undefined, store: "embedded", data })).toString();

describe("what cursors are signed with", () => {
  test("is made once, for its owner's eyes only, and found again", () => {
    const data = directory();
    const key = keyIn(data);
    assert.ok(key.length >= 32);
    assert.equal(keyIn(data), key);
    assert.equal(statSync(join(data, "cursor-key")).mode & 0o777, 0o600);
    assert.deepEqual(readdirSync(data), ["cursor-key"]);
    assert.notEqual(keyIn(directory()), key);
  });
  test("is the setting, where there is one, and nothing is written", () => {
    const data = directory();
    const { cursorKey, store } = readConfig({ SEARCHLIGHT_CURSOR_KEY: "k".repeat(32) });
    assert.equal(Buffer.from(cursorKeyOf({ cursorKey, store, data })).toString(), "k".repeat(32));
    assert.throws(() => statSync(data), { code: "ENOENT" });
  });
  test("of an index in memory is gone with it", () => {
    const data = directory();
    const memory = { cursorKey: undefined, store: "memory", data } as const;
    assert.notDeepEqual(cursorKeyOf(memory), cursorKeyOf(memory));
    assert.throws(() => statSync(data), { code: "ENOENT" });
  });
  test("that is too short is refused, in the environment and in the file", () => {
    assert.throws(() => readConfig({ SEARCHLIGHT_CURSOR_KEY: "short" }), /SEARCHLIGHT_CURSOR_KEY: is shorter than 32/);
    const data = directory();
    mkdirSync(data);
    writeFileSync(join(data, "cursor-key"), "short\n");
    assert.throws(() => keyIn(data), { code: "bad-configuration", message: /remove it/ });
  });
  test("that cannot be kept is said in words that tell what to do", () => {
    const data = directory();
    writeFileSync(data, "a file where the directory belongs");
    assert.throws(() => keyIn(data), { code: "bad-configuration", message: /EEXIST.*set SEARCHLIGHT_CURSOR_KEY/ });
  });
});
