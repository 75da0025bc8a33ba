/**
 * `npm run fuzz [-- SECONDS]`: the parsers at length, then the real program over HTTP from its own OpenAPI document, on the
 * embedded index and on Elasticsearch, as a member and as an administrator, so many seconds each (60). What could not run is
 * said loudly; with CI=true it is a failure.
 */
import { spawnSync } from "node:child_process";
import { Client } from "@elastic/elasticsearch";
import { startElasticsearch } from "../peers/elasticsearch.ts";
import type { Absent } from "../peers/server.ts";
import { tokens, withProgram } from "./program.ts";
import { fuzzed, schemathesis } from "./schemathesis.ts";

const seconds = Number(process.argv[2] ?? 60);
const PARSER_RUNS = "5000";

const loudly = ({ absent }: Absent): void => console.log(`\n${"!".repeat(100)}\n${absent}\n${"!".repeat(100)}\n`);

function parsers(): boolean {
  console.log(`The parsers, ${PARSER_RUNS} requests a kind:`);
  const env = { ...process.env, FUZZ_RUNS: PARSER_RUNS };
  return spawnSync(process.execPath, ["--test", "test/fuzz/parsers.test.ts"], { env, stdio: "inherit" }).status === 0;
}

/** Both people's views of one store. */
const overHttp = (python: string, name: string, settings: Record<string, string>): Promise<boolean> =>
  withProgram(settings, async (url) => {
    let clean = true;
    for (const token of [tokens[0]!, tokens.at(-1)!]) {
      console.log(`\nHTTP on ${name}, as ${token}:`);
      clean = (await fuzzed(python, { url, token, seconds })) && clean;
    }
    return clean;
  });

async function onElasticsearch(python: string): Promise<boolean> {
  const given = process.env["ELASTICSEARCH_URL"] ?? "";
  const own = given === "" ? await startElasticsearch() : undefined;
  if (own && "absent" in own) {
    loudly(own);
    return true;
  }
  const node = own?.address ?? given;
  const prefix = `fuzz-${process.pid}`;
  const settings = { SEARCHLIGHT_STORE: "elasticsearch", ELASTICSEARCH_URL: node, ELASTICSEARCH_INDEX_PREFIX: prefix };
  const client = new Client({ node });
  try {
    return await overHttp(python, "Elasticsearch", settings);
  } finally {
    const indices = Object.keys(await client.indices.get({ index: `${prefix}-*`, allow_no_indices: true }));
    if (indices.length > 0) await client.indices.delete({ index: indices });
    await client.close();
    await own?.stop();
  }
}

async function http(): Promise<boolean> {
  const found = await schemathesis();
  if ("absent" in found) {
    loudly(found);
    return true;
  }
  const embedded = await overHttp(found.python, "the embedded index", {});
  return (await onElasticsearch(found.python)) && embedded;
}

const sound = parsers();
const clean = await http();
console.log(sound && clean ? "\nNothing was found." : "\nSomething was found: see above.");
process.exit(sound && clean ? 0 : 1);
