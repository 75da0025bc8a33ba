import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { settings } from "../src/config.ts";

const PAGE = readFileSync(new URL("../OPERATIONS.md", import.meta.url), "utf8");
const missing = (names: readonly string[]): string[] => names.filter((name) => !PAGE.includes(name));

test("the operators' page names every setting", () => {
  assert.deepEqual(missing(settings().map(({ name }) => `\`${name}\``)), []);
});

test("the operators' page names every command", () => {
  const program = new URL("../bin/searchlight.js", import.meta.url).pathname;
  const help = spawnSync(process.execPath, [program, "--help"], { encoding: "utf8" }).stdout;
  const commands = [...help.matchAll(/^ {2}([a-z]+(?:-[a-z]+)*)(?: .*|)$/gm)].map(([, name]) => name!);
  assert.ok(commands.includes("serve") && commands.includes("dead-letters"), "the commands were found");
  assert.deepEqual(missing(commands.filter((name) => name !== "help")), []);
});

test("the operators' page names every metric, and none that there is not", () => {
  const source = globSync("src/metrics/*.ts")
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const told = [...new Set([...source.matchAll(/name: ["`](searchlight_\w+)["`]/g)].map(([, name]) => name!))];
  assert.ok(told.length > 5, "the metrics were found");
  assert.deepEqual(missing(told), []);
  const named = new Set([...PAGE.matchAll(/searchlight_[a-z_]+/g)].map(([name]) => name));
  const parts = new Set([...source.matchAll(/\w+/g)].map(([word]) => word));
  assert.deepEqual(
    [...named].filter((name) => !parts.has(name) && !parts.has(name.replace("searchlight_", ""))),
    [],
  );
});
