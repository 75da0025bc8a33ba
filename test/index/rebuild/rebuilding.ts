/** A process to be killed: rebuilds an index with the wide types, prints a line for each step, and stands still at one. */
import { writeSync } from "node:fs";
import { catalogOf } from "../../../src/index/catalog.ts";
import { elasticsearchRebuilder } from "../../../src/index/stores/elasticsearch/rebuild.ts";
import { embeddedRebuilder } from "../../../src/index/stores/embedded/rebuild.ts";
import { plugins } from "../embedded/wide-types.ts";
import { ROCKET } from "../worlds.ts";

const [where, still, prefix] = process.argv.slice(2);
let step = 0;
const rebuilder =
  prefix === undefined
    ? await embeddedRebuilder({
        directory: where!,
        definitions: new URL("../embedded/wide-types.ts", import.meta.url),
      })
    : await elasticsearchRebuilder({
        node: where!,
        prefix,
        catalog: catalogOf(plugins.filter(({ type }) => type === ROCKET)),
      });
const tell = (): void => {
  writeSync(1, `${++step}\n`);
  if (step === Number(still)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};
await rebuilder.rebuild(prefix === undefined ? [] : [ROCKET], { tell, signal: new AbortController().signal });
await rebuilder.close();
