/** Merges segments in the directory that it is started with, and prints how nice the thread is that does. */
import { globSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { catalogOf } from "../../../src/index/catalog.ts";
import { openReader } from "../../../src/index/stores/embedded/reader.ts";
import { openWriter } from "../../../src/index/stores/embedded/writer.ts";
import { plugins } from "../contract-types.ts";
import { rockets } from "./directory.ts";

const directory = process.argv[2]!;
const catalog = catalogOf(plugins);
const writer = openWriter(directory, catalog);
const reader = openReader(directory, catalog, { recent: 0, worthSaving: 1e6, promptly: 1e6 });

/** The 19th value of a thread's `stat`, counted from behind its name (proc_pid_stat(5)). */
const niceOf = (stat: string): string => stat.slice(stat.lastIndexOf(")") + 2).split(" ")[16]!;

const merging = (): string[] =>
  globSync("/proc/self/task/*/stat")
    .map((path) => readFileSync(path, "utf8"))
    .filter((stat) => stat.includes("(compaction)"))
    .map(niceOf);

for (let batch = 0; merging().length === 0 && batch < 200; batch++) {
  await writer.apply(rockets(10, batch * 10));
  await sleep(30);
}
await sleep(300);
console.log(merging().join());
await reader.close();
await writer.close();
