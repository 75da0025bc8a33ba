/**
 * `npm test [-- FILTER…]`: runs the test files whose paths contain a filter (all without one), against real servers. They
 * are started once, only if a chosen file wants them, and stopped at the end. What did not run is said at the start and
 * at the end; with CI=true it is a failure.
 */
import { globSync } from "node:fs";
import { relative, resolve } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { startPeers, wantedPeers } from "./peers/shared.ts";
import { required } from "./peers/server.ts";

/** What a test may take; a long form says more. */
const MINUTES = Number(process.env["TEST_MINUTES"] ?? 5);
const CONCURRENCY = 2;

const ENDS = new URL("ends.ts", import.meta.url).href;

const loudly = (lines: readonly string[]): void => {
  if (lines.length > 0) console.log(`\n${"!".repeat(100)}\n${lines.join("\n")}\n${"!".repeat(100)}\n`);
};

const chosen = (filters: readonly string[]): readonly string[] =>
  globSync("test/**/*.test.ts")
    .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)))
    .toSorted();

/** What the runner told: the tests that did not run with their reasons, and whether all others passed. */
const runFiles = (files: readonly string[]): Promise<{ readonly left: readonly string[]; readonly passed: boolean }> =>
  new Promise((resolved, reject) => {
    const left: string[] = [];
    let passed = true;
    // A file that does not end ends itself (`ends.ts`). Where even that does not help, nobody waits for it for ever.
    const stuck = new AbortController();
    const silence = setTimeout(() => stuck.abort(), (MINUTES + 1) * 60_000);
    const stream = run({
      signal: stuck.signal,
      files: files.map((file) => resolve(file)),
      concurrency: CONCURRENCY,
      timeout: MINUTES * 60_000,
      // As the program does, and for its reason.
      execArgv: ["--no-wasm-code-gc", "--import", ENDS],
    });
    const open = new Set(files.map((file) => resolve(file)));
    stream.on("test:complete", ({ name }) => open.delete(name)); // a file is a test of that name
    stream.on("test:pass", ({ name, skip, todo, file }) => {
      const reason = skip === undefined ? todo : skip;
      if (reason === undefined) return;
      left.push(`${relative(".", file ?? "")}: ${name}${typeof reason === "string" ? ` (${reason})` : ""}`);
    });
    stream.on("test:fail", () => (passed = false));
    stream.once("error", reject);
    const report = stream.compose(spec);
    report.pipe(process.stdout, { end: false });
    report.on("data", () => silence.refresh());
    report.once("end", () => {
      clearTimeout(silence);
      if (stuck.signal.aborted)
        loudly([`Nothing was heard for ${MINUTES + 1} minutes, so the rest was given up:`, ...open]);
      resolved({ left, passed: passed && !stuck.signal.aborted });
    });
  });

const main = async (filters: readonly string[]): Promise<boolean> => {
  const files = chosen(filters);
  if (files.length === 0) {
    console.error(`No test file below test/ matches ${filters.join(" ")}: a filter is a part of a path.`);
    return false;
  }
  const peers = await startPeers(wantedPeers(files));
  const interrupted = (): void => void peers.stop().finally(() => process.exit(1));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, interrupted);
  try {
    loudly(peers.absent);
    if (peers.absent.length > 0 && required()) return false;
    const { left, passed } = await runFiles(files);
    loudly([...peers.absent, ...left.map((test) => `DID NOT RUN: ${test}`)]);
    return passed && (left.length === 0 || !required());
  } finally {
    await peers.stop();
  }
};

process.exit((await main(process.argv.slice(2))) ? 0 : 1);
