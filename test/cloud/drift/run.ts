/**
 * Makes an index drift from a real cloud, and proves that it is found and repaired: people of two projects and an
 * administrator change things in every service while ingestion runs, is stopped, loses records, and one partition lags.
 * `doctor` must name what each person sees otherwise than the services list, `sync` must repair it, and a second must write
 * nothing; with the embedded store and with Elasticsearch.
 *
 * `OS_*` name the cloud and its service account, `KAFKA_BROKERS` and `DRIFT_TOPIC` (notifications.info) where its services
 * announce what happens, `ELASTICSEARCH_URL` the other store (without it there is only the embedded one).
 * `SEARCHLIGHT_CLOUD_USERS` are two people (`user:password:project,…`) and any more that are to be compared;
 * `DRIFT_ADMIN` is an administrator. `DRIFT_COMMANDS` are commands that change more, with `;` between.
 */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { differences } from "../compare.ts";
import { overHttp } from "../ours.ts";
import { accountOf, peopleOf } from "../people.ts";
import { truths } from "../truth.ts";
import { clientOf } from "./client.ts";
import { changeThings, type Cast } from "./operations.ts";
import { startRelay } from "./relay.ts";
import { sideOf, type Side } from "./service.ts";

const { env } = process;
const given = (name: string): string => {
  const value = env[name];
  if (!value) throw new Error(`set ${name}: see the top of this file`);
  return value;
};

const account = accountOf(env);
const [one, other, ...more] = given("SEARCHLIGHT_CLOUD_USERS").split(",");
const adminUser = given("DRIFT_ADMIN");
const cast: Cast = {
  one: await clientOf(account, one!),
  other: await clientOf(account, other!),
  admin: await clientOf(account, adminUser),
  account,
  adminUser,
};
const brokers = given("KAFKA_BROKERS").split(",");
const run = `drift-${Date.now().toString(36)}`;
const folder = mkdtempSync(join(tmpdir(), "searchlight-drift-"));

const sides: Side[] = [
  sideOf({
    name: "embedded",
    brokers,
    topic: run,
    env: { SEARCHLIGHT_STORE: "embedded", SEARCHLIGHT_DATA: join(folder, "embedded") },
  }),
];
if (env["ELASTICSEARCH_URL"]) {
  const settings = {
    SEARCHLIGHT_STORE: "elasticsearch",
    ELASTICSEARCH_INDEX_PREFIX: run,
    SEARCHLIGHT_DATA: join(folder, "elasticsearch"),
  };
  sides.push(sideOf({ name: "elasticsearch", brokers, topic: run, env: settings }));
} else console.log("ELASTICSEARCH_URL is not set: only the embedded store is tried");

const failures: string[] = [];
const rows: object[] = [];
const must = (so: boolean, what: string): void => {
  console.log(`${so ? "ok  " : "FAIL"} ${what}`);
  if (!so) failures.push(what);
};
const everySide = async (work: (side: Side) => Promise<unknown>): Promise<void> => {
  for (const side of sides) await work(side);
};

/** What people see otherwise than the services list, by type and id: of what one side says, at this moment. */
async function seenOtherwise(side: Side): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const ours = overHttp(side.url()!);
  for (const person of await peopleOf(account, [one, other, ...more, adminUser].join(","))) {
    for (const [type, list] of truths) {
      const [theirs, own] = [await list(account, person), await ours(type, person)];
      const all = differences(theirs, own);
      for (const { id, says } of all) found.set(`${type} ${id}`, `${person.name}: ${says}`);
      rows.push({
        store: side.name,
        person: person.name,
        type,
        service: theirs.size,
        ours: own.size,
        differences: all.length,
      });
    }
  }
  return found;
}

async function moreChanges(): Promise<void> {
  for (const command of (env["DRIFT_COMMANDS"] ?? "")
    .split(";")
    .map((text) => text.trim())
    .filter(Boolean)) {
    await promisify(execFile)("sh", ["-c", command], { maxBuffer: 2 ** 28 }).catch((error: unknown) =>
      console.log(`     ${command}: ${String(error).slice(0, 200)}`),
    );
  }
}

/** The differences that `doctor` names, as `type id`. */
function named(out: string): Set<string> {
  const names = new Set<string>();
  let type = "";
  for (const line of out.split("\n")) {
    type = /^(?:ok {3}|WRONG) (\S+): .* listed/.exec(line)?.[1] ?? (/^(ok|WRONG)/.test(line) ? "" : type);
    const id = type && /^ {8}(.+?)(?: \(project [^)]*\))?: (?:the |differs|says)/.exec(line)?.[1];
    if (id) names.add(`${type} ${id}`);
  }
  return names;
}

const written = (out: string): number =>
  [...out.matchAll(/; ([\d,]+) written/g)].reduce((sum, [, n]) => sum + Number(n!.replaceAll(",", "")), 0);

/** Others may be changing the same cloud meanwhile: what is still so when asked again is so. */
async function eventually(tries: number, work: () => Promise<boolean>): Promise<boolean> {
  for (let i = 0; i < tries; i++) if (await work()) return true;
  return false;
}

/** Takes away what the other store was filled with. */
async function emptied(node: string): Promise<void> {
  const names = (await (await fetch(`${node}/_cat/indices/${run}*?h=index&expand_wildcards=all`)).text())
    .split(/\s+/)
    .filter(Boolean);
  for (const name of names) await fetch(`${node}/${name}`, { method: "DELETE" });
}

const relay = await startRelay(brokers, env["DRIFT_TOPIC"] ?? "notifications.info", run);
try {
  await everySide(async (side) => must((await side.run("sync")).ok, `${side.name}: the first sync`));
  await everySide((side) => side.start());

  console.log("changes while ingestion runs");
  await changeThings(cast, `${run}-a`);
  await moreChanges();
  await sleep(3000);
  await everySide((side) => side.caughtUp());

  console.log("changes while ingestion is stopped");
  await everySide((side) => side.stop());
  await changeThings(cast, `${run}-b`);
  await everySide((side) => side.start());

  console.log("changes while every third record is lost and one partition lags");
  relay.fate = ({ partition, count }) => (count % 3 === 0 ? "drop" : partition === 1 ? "hold" : "pass");
  await changeThings(cast, `${run}-c`);
  await moreChanges();
  await sleep(3000);
  relay.fate = () => "pass";
  await everySide((side) => side.caughtUp());
  console.log(`     ${JSON.stringify(relay.counts)}`);

  for (const side of sides) {
    console.log(side.name);
    const [{ out, ok }, seen] = [await side.run("doctor", "--limit", "100000"), await seenOtherwise(side)];
    const names = named(out);
    must(!ok && names.size > 0, `doctor finds that the index is not true: it names ${names.size}`);
    const unnamed = [...seen].filter(([key]) => !names.has(key));
    must(
      unnamed.length === 0,
      `and all of the ${seen.size} that people see otherwise are among them ${unnamed.slice(0, 5).join("; ")}`,
    );
    await side.stop();
    const first = await side.run("sync");
    must(first.ok, `sync repairs ${written(first.out)}${first.ok ? "" : `: ${first.out}`}`);
    must(
      Math.abs(written(first.out) - names.size) <= names.size / 20,
      "as many as doctor named, but for what others did meanwhile",
    );
    let last = first.out;
    const quiet = await eventually(3, async () => written((last = (await side.run("sync")).out)) === 0);
    must(quiet, `a second sync writes nothing${quiet ? "" : `: ${last}`}`);
  }

  console.log("what was held back arrives, late");
  await relay.release();
  await everySide((side) => side.start());
  await everySide((side) => side.caughtUp());
  for (const side of sides) {
    console.log(side.name);
    let out = "";
    const late = named((await side.run("doctor", "--limit", "100000")).out);
    console.log(`     after late events, doctor names ${late.size}: ${[...late].slice(0, 5).join("; ")}`);
    if (late.size > 0) {
      await side.stop();
      console.log(`     sync repairs ${written((await side.run("sync")).out)}`);
      await side.start();
    }
    const zero = await eventually(3, async () => {
      ({ out } = await side.run("doctor"));
      return named(out).size === 0;
    });
    must(zero, `drift is zero${zero ? "" : `: ${out}`}`);
    let seen = new Map<string, string>();
    const same = await eventually(3, async () => {
      rows.length = 0;
      seen = await seenOtherwise(side);
      return seen.size === 0;
    });
    console.table(rows);
    must(same, `what each person sees is what the services list ${[...seen].slice(0, 5).join("; ")}`);
    await side.stop();
    must(await eventually(3, async () => written((await side.run("sync")).out) === 0), "and a sync writes nothing");
  }
} finally {
  await everySide((side) => side.stop());
  await relay.close();
  if (env["ELASTICSEARCH_URL"]) await emptied(env["ELASTICSEARCH_URL"]);
  rmSync(folder, { recursive: true, force: true });
}
console.log(failures.length === 0 ? "\nAll of it is so." : `\n${failures.length} are not so:\n${failures.join("\n")}`);
process.exitCode = failures.length === 0 ? 0 : 1;
