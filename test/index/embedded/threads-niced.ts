/** Writes to a store in the directory that it is started with until it merges, and prints how nice each of its threads is. */
import { globSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { embeddedStore } from "../../../src/index/stores/embedded/store.ts";
import { definitions, rockets } from "./directory.ts";

const store = await embeddedStore({ directory: process.argv[2]!, definitions, recent: 0 });

/** The 19th value of a thread's `stat`, counted from behind its name (proc_pid_stat(5)). */
const niceOf = (stat: string): number => Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[16]);

const niceness = (): Record<string, number> =>
  Object.fromEntries(
    globSync("/proc/self/task/*/stat")
      .map((path) => readFileSync(path, "utf8"))
      .map((stat): [string, number] => [stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")")), niceOf(stat)])
      .filter(([name]) => ["reader", "writer", "drafting", "compaction"].includes(name)),
  );

for (let batch = 0; niceness()["compaction"] === undefined && batch < 200; batch++) {
  await store.apply(rockets(10, batch * 10));
  await sleep(30);
}
await sleep(300);
console.log(JSON.stringify(niceness()));
await store.close();
