/**
 * `npm run mutate:scope [-- FILTER…]`: takes the scope from each place that applies it, one at a time, in a copy of the
 * tree, and tells which test notices. Fails when one is not noticed. A filter is a part of a file's path or of what it says.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { run } from "node:test";
import { startPeers, wantedPeers } from "../../../peers/shared.ts";
import type { Place } from "./place.ts";
import { PLACES } from "./places.ts";

const NON_INTERFERENCE = "test/api/isolation/non-interference.test.ts";
const COPIED = ["src", "plugins", "test", "package.json", "README.md", "tsconfig.json"];

/** The tree, in a directory of its own. */
function copied(): string {
  const directory = mkdtempSync(join(tmpdir(), "searchlight-mutation-"));
  for (const name of COPIED) cpSync(name, join(directory, name), { recursive: true });
  symlinkSync(resolve("node_modules"), join(directory, "node_modules"));
  return directory;
}

const suiteOf = ({ in: where = "memory" }: Place): { file: string; pattern: RegExp } =>
  where.startsWith("test/")
    ? { file: where, pattern: /./ }
    : { file: NON_INTERFERENCE, pattern: new RegExp(`^in ${where},`) };

/** The title of the first test that fails in a copy. All of them end by themselves, for they leave nothing behind so. */
function failing(directory: string, place: Place): Promise<string | undefined> {
  const { file, pattern } = suiteOf(place);
  let first: string | undefined;
  const stream = run({ files: [join(directory, file)], cwd: directory, testNamePatterns: pattern, timeout: 240_000 });
  stream.on("test:fail", ({ name, details }) => {
    if (details.type !== "suite" && !name.endsWith(".ts")) first ??= name;
  });
  return new Promise((done, reject) => {
    stream.once("error", reject);
    stream.once("end", () => done(first));
    stream.resume();
  });
}

/** What notices that a place is gone; undefined when nothing does. */
async function noticed(directory: string, place: Place): Promise<string | undefined> {
  const path = join(directory, place.file);
  const text = readFileSync(path, "utf8");
  writeFileSync(
    path,
    text.replace(place.from, () => place.to),
  );
  try {
    return await failing(directory, place);
  } finally {
    writeFileSync(path, text);
  }
}

const line = ({ file, what, in: where = "memory" }: Place, by: string | undefined): string =>
  `| ${file} | ${what} | ${by === undefined ? "**NOT NOTICED**" : `${where}: ${by}`} |`;

async function main(filters: readonly string[]): Promise<boolean> {
  const chosen = PLACES.filter(
    ({ file, what }) =>
      filters.length === 0 || filters.some((filter) => file.includes(filter) || what.includes(filter)),
  );
  const peers = await startPeers(wantedPeers(chosen.map((place) => suiteOf(place).file)));
  const directory = copied();
  // What is found first is enough; the worlds need not be made smaller for anybody to read.
  Object.assign(process.env, { ISOLATION_FIRST: "true", ISOLATION_ROUNDS: "3" });
  const left: Place[] = [];
  try {
    console.log("| Place | What it does | Without it fails |\n| --- | --- | --- |");
    for (const place of chosen) {
      const by = await noticed(directory, place);
      if (by === undefined) left.push(place);
      console.log(line(place, by));
    }
  } finally {
    rmSync(directory, { recursive: true });
    await peers.stop();
  }
  console.log(`\n${chosen.length - left.length} of ${chosen.length} places are noticed.`);
  return left.length === 0;
}

process.exit((await main(process.argv.slice(2))) ? 0 : 1);
