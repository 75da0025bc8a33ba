/** A process to be killed: applies batches of rockets for as long as it lives, and prints how many rockets were acknowledged. */
import { writeSync } from "node:fs";
import { embeddedStore } from "../../../src/index/stores/embedded/store.ts";
import { definitions, rockets } from "./directory.ts";

const [directory, from] = process.argv.slice(2);
const store = await embeddedStore({ directory: directory!, definitions });
for (let next = Number(from); ; next += 37) {
  await store.apply(rockets(37, next));
  writeSync(1, `${next + 37}\n`);
}
