/** As `applying.ts`, through the process that writes to the directory, or itself where there is none; what is refused is tried again. */
import { writeSync } from "node:fs";
import { isRetryable } from "../../../src/errors.ts";
import { embeddedStore } from "../../../src/index/stores/embedded/store.ts";
import { definitions, rockets } from "./directory.ts";

const [directory, from] = process.argv.slice(2);
const store = await embeddedStore({ directory: directory!, definitions, beside: true });
for (let next = Number(from); ;) {
  try {
    await store.apply(rockets(37, next));
  } catch (error) {
    if (isRetryable(error)) continue;
    throw error;
  }
  next += 37;
  writeSync(1, `${next}\n`);
}
