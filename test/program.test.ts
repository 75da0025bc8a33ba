import assert from "node:assert/strict";
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const PROGRAM = new URL("../bin/searchlight.js", import.meta.url).pathname;
const CLOUD = new URL("../demo/cloud.ndjson", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "searchlight-program-"));
const running: ChildProcess[] = [];
after(() => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** The environment of somebody who set nothing, but these. */
const environment = (settings: Record<string, string>): Record<string, string> => ({
  PATH: process.env["PATH"] ?? "",
  SEARCHLIGHT_LOG_LEVEL: "warn",
  SEARCHLIGHT_PORT: "0",
  ...settings,
});

type Ended = { readonly status: number | null; readonly out: string; readonly err: string };

function run(args: readonly string[], settings: Record<string, string> = {}, input = ""): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    env: environment(settings),
    input,
    encoding: "utf8",
    timeout: 30_000,
  });
  return { status, out: stdout, err: stderr };
}

/** Starts the program; resolves with what it said once that matches. */
async function start(
  args: readonly string[],
  settings: Record<string, string>,
  until: RegExp,
  flags: readonly string[] = [],
): Promise<{ readonly child: ChildProcess; readonly said: string }> {
  const child = spawn(process.execPath, [...flags, PROGRAM, ...args], {
    env: environment({ SEARCHLIGHT_LOG_LEVEL: "info", ...settings }),
  });
  running.push(child);
  let said = "";
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (until.test(said)) resolve({ child, said });
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once("exit", (code) => resolve(code)));
const data = (name: string): string => join(folder, name);
const urlIn = (said: string): string => /http:\/\/127\.0\.0\.1:\d+/.exec(said)![0];

test("help names every command and every setting", () => {
  const { status, out } = run(["--help"]);
  assert.equal(status, 0);
  for (const word of [
    "serve",
    "api",
    "ingest",
    "replay",
    "sync",
    "doctor",
    "dead-letters",
    "demo",
    "SEARCHLIGHT_STORE",
    "KAFKA_BROKERS",
    "ELASTICSEARCH_URL",
    "OS_AUTH_URL",
  ])
    assert.match(out, new RegExp(word));
});

test("no code of WebAssembly is freed, which has ended processes of several threads", async () => {
  const { child, said } = await start(["demo"], { TMPDIR: folder }, /Ctrl-C stops it/, ["--trace-wasm-code-gc"]);
  child.kill("SIGTERM");
  assert.equal(await ended(child), 0);
  assert.doesNotMatch(said, /wasm-gc/);
});

/** [what, arguments, environment, what is said]. */
const REFUSED: [string, string[], Record<string, string>, RegExp][] = [
  ["a command that does not exist", ["launch"], {}, /unknown command 'launch'/],
  [
    "settings that are wrong, all at once",
    ["serve"],
    { SEARCHLIGHT_PORT: "x", SEARCHLIGHT_STORE: "y" },
    /SEARCHLIGHT_PORT[\s\S]*SEARCHLIGHT_STORE/,
  ],
  ["ingest without Kafka", ["ingest"], { SEARCHLIGHT_STORE: "memory" }, /needs KAFKA_BROKERS/],
  ["sync without a cloud", ["sync"], {}, /set OS_AUTH_URL/],
  ["doctor without a cloud", ["doctor"], {}, /set OS_AUTH_URL/],
  [
    "sync of a type that there is not",
    ["sync", "Nothing"],
    { OS_AUTH_URL: "http://127.0.0.1:1/v3", OS_USERNAME: "u", OS_PASSWORD: "p", OS_PROJECT_NAME: "x" },
    /There is no resource type Nothing/,
  ],
  ["replay of a file that is not there", ["replay", "/nowhere.ndjson"], {}, /There is no file \/nowhere\.ndjson/],
];
for (const [what, args, settings, said] of REFUSED) {
  test(`${what} is refused in words`, () => {
    const { status, err } = run(args, settings);
    assert.equal(status, 1);
    assert.match(err, said);
    assert.doesNotMatch(err, /\n {4}at /, "no stack for what is no defect");
  });
}

test("check-config tells what each setting comes to, no secret, and what looks misspelt", () => {
  const { status, out } = run(["check-config"], {
    SEARCHLIGHT_CURSOR_KEY: "hush".repeat(10),
    SEARCHLIGHT_DTAA: "/srv",
    SEARCHLIGHT_SERVICE_HOST: "10.0.0.1",
    KAFKA_BROKERS: "kafka:9092",
  });
  assert.equal(status, 0);
  assert.match(out, /^KAFKA_BROKERS: kafka:9092$/m);
  assert.match(out, /^SEARCHLIGHT_STORE: embedded \(not set\)$/m);
  assert.match(out, /^SEARCHLIGHT_CURSOR_KEY: set, not shown$/m);
  assert.match(out, /SEARCHLIGHT_DTAA is set, and nothing reads it; did you mean 'SEARCHLIGHT_DATA'\?/);
  assert.doesNotMatch(out, /hush|SERVICE_HOST/);
  const wrong = run(["check-config"], { SEARCHLIGHT_PORT: "x" });
  assert.deepEqual([wrong.status, /SEARCHLIGHT_PORT/.test(wrong.err)], [1, true]);
});

test("dead letters are listed, shown as they came, tried again, and forgotten when told so", () => {
  const settings = { SEARCHLIGHT_DATA: data("dead-letters"), SEARCHLIGHT_LOG_LEVEL: "error" };
  run(["replay", "-"], settings, "not JSON\n");
  assert.match(
    run(["dead-letters", "list"], settings).out,
    /^1 {2}.* -:1 {2}8 bytes {2}the record is not JSON\n1 dead/,
  );
  assert.equal(run(["dead-letters", "show", "1"], settings).out, "not JSON");
  assert.match(run(["dead-letters", "show", "7"], settings).err, /There is no dead letter 7/);
  assert.match(run(["dead-letters", "replay"], settings).out, /0 stored, .*, 1 rejected again/);
  assert.match(run(["dead-letters", "purge", "--before", "soon"], settings).err, /no time/);
  assert.match(run(["dead-letters", "purge", "--before", "now"], settings).out, /1 dead letters forgotten/);
  assert.match(run(["dead-letters", "list"], settings).out, /There are no dead letters/);
});

test("replay counts what it read, and the same again changes nothing", () => {
  const settings = { SEARCHLIGHT_DATA: data("replay") };
  const counts = /129 records read: 129 stored, 0 say nothing of a resource that we index, 0 rejected/;
  assert.match(run(["replay", CLOUD], settings).out, counts);
  assert.match(run(["replay", CLOUD], settings).out, counts);
});

test("replay reads standard input, bare notifications too, and buries what it cannot use", () => {
  const lines = [
    '{"event_type":"image.create","payload":{"id":"x"}}',
    '{"event_type":"identity.authenticate","payload":null}',
    "nonsense",
  ];
  const { out, status } = run(["replay", "-"], { SEARCHLIGHT_DATA: data("stdin") }, lines.join("\n"));
  assert.equal(status, 0);
  assert.match(out, /3 records read: \d stored, 1 say nothing .* \d rejected/);
});

test("the first start makes an administrator's token, for its owner's eyes only, and tells it once", async () => {
  const settings = { SEARCHLIGHT_DATA: data("first") };
  const first = await start(["serve"], settings, /searchlight is up/);
  const token = /^ {2}(\S{32})$/m.exec(first.said)![1]!;
  assert.equal(statSync(join(data("first"), "admin-token")).mode & 0o777, 0o600);
  const ask = (url: string): Promise<Response> =>
    fetch(`${url}/v1/search/plugins`, { headers: { "x-auth-token": token } });
  assert.equal((await ask(urlIn(first.said))).status, 200);
  assert.equal((await fetch(`${urlIn(first.said)}/v1/search/plugins`)).status, 401);
  first.child.kill("SIGTERM");
  assert.equal(await ended(first.child), 0);
  const second = await start(["serve"], settings, /searchlight is up/);
  assert.ok(!second.said.includes(token));
  assert.equal((await ask(urlIn(second.said))).status, 200);
  second.child.kill("SIGTERM");
  assert.equal(await ended(second.child), 0);
});

test("beside a running service, records and dead letters are taken in through it; a second service is refused", async () => {
  const tokens = join(folder, "tokens.json");
  writeFileSync(tokens, JSON.stringify([{ token: "an-admin-token", userId: "a", projectId: "p", roles: ["admin"] }]));
  const settings = { SEARCHLIGHT_DATA: data("one"), SEARCHLIGHT_TOKENS: tokens };
  const { child, said } = await start(["serve"], settings, /searchlight is up/);
  const replayed = run(["replay", CLOUD, "-"], settings, "not JSON\n");
  assert.match(replayed.out, /130 records read: 129 stored, 0 say nothing .*, 1 rejected/, replayed.err);
  assert.match(run(["dead-letters", "replay"], settings).out, /0 stored, .*, 1 rejected again/);
  const found = await fetch(`${urlIn(said)}/v1/search`, {
    method: "POST",
    headers: { "x-auth-token": "an-admin-token", "content-type": "application/json" },
    body: '{"all_projects":true,"limit":0}',
  });
  assert.equal(((await found.json()) as { hits: { total: number } }).hits.total, 23);
  const second = run(["serve"], settings);
  assert.deepEqual([second.status, /process \d+ is writing to the index/.test(second.err)], [1, true], second.err);
  child.kill("SIGTERM");
  assert.equal(await ended(child), 0);
});

/** A plugin's file of an author, as `plugin new` would begin it. */
const rocketOf = (kit: number, type: string): string => `
  import { definePlugin, keyword, put, stamp, text } from ${JSON.stringify(new URL("../src/plugin.ts", import.meta.url).href)};
  export default definePlugin({
    kit: ${kit}, type: "${type}", events: ["rocket.create"],
    schema: { id: keyword(), name: text(), project_id: keyword() }, access: { owner: "project_id" },
    apply: ({ payload, observed }) => [put(payload.id, payload, stamp(observed))],
  });`;

test("one bad plugin is refused by name, in the log and to administrators, and the service goes on with a good one", async () => {
  const [tokens, good, bad] = ["plugin-tokens.json", "good.js", "bad.js"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(tokens, JSON.stringify([{ token: "an-admin-token", userId: "a", projectId: "p", roles: ["admin"] }]));
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  writeFileSync(good, rocketOf(1, "OS::Acme::Rocket"));
  writeFileSync(bad, rocketOf(7, "OS::Acme::Broken"));
  const settings = {
    SEARCHLIGHT_DATA: data("plugins"),
    SEARCHLIGHT_TOKENS: tokens,
    SEARCHLIGHT_PLUGINS: `${bad},${good}`,
  };
  const { child, said } = await start(["serve"], settings, /searchlight is up/);
  const line = said.split("\n").find((one) => one.includes("a plugin is refused"))!;
  const { plugin, problems } = JSON.parse(line) as { plugin: string; problems: string[] };
  assert.equal(plugin, bad);
  assert.match(problems.join(), /OS::Acme::Broken: kit: is 7, and this Searchlight has kit 1/);

  const ask = async (path: string, body?: string): Promise<unknown> => {
    const headers = { "x-auth-token": "an-admin-token", "content-type": "application/json" };
    const answer = await fetch(urlIn(said) + path, {
      headers,
      ...(body === undefined ? {} : { method: "POST", body }),
    });
    assert.equal(answer.status, 200, path);
    return answer.json();
  };
  const told = (await ask("/v1/plugins")) as { plugins: { type: string; from: string }[]; refused: object[] };
  assert.deepEqual(told.refused, [{ from: bad, problems }]);
  assert.deepEqual(
    told.plugins.filter(({ type }) => type.includes("Acme")),
    [{ type: "OS::Acme::Rocket", from: good }],
  );
  const payload = { id: "r1", name: "Ariane", project_id: "p" };
  await ask(
    "/v1/notifications",
    JSON.stringify({ event_type: "rocket.create", payload, timestamp: "2026-11-25 10:00:00" }),
  );
  const { hits } = (await ask("/v1/search", '{"query": {"match": {"name": "ariane"}}}')) as { hits: { total: number } };
  assert.equal(hits.total, 1);
  child.kill("SIGTERM");
  assert.equal(await ended(child), 0);
});

test("a process of its own answers from the index that another writes", async () => {
  const tokens = join(folder, "reader-tokens.json");
  writeFileSync(tokens, JSON.stringify([{ token: "an-admin-token", userId: "a", projectId: "p", roles: ["admin"] }]));
  const settings = { SEARCHLIGHT_DATA: data("replay"), SEARCHLIGHT_TOKENS: tokens };
  const { child, said } = await start(["api"], settings, /searchlight is up/);
  const found = await fetch(`${urlIn(said)}/v1/search`, {
    method: "POST",
    headers: { "x-auth-token": "an-admin-token" },
    body: '{"all_projects":true,"limit":0}',
  });
  const { hits, as_of } = (await found.json()) as { hits: { total: number }; as_of: string };
  assert.equal(hits.total, 23);
  assert.match(as_of, /^2026-11-22T/, "it tells how fresh the index is that another process filled before it began");
  child.kill("SIGTERM");
  assert.equal(await ended(child), 0);
});

test("the demo says who will see what, and what it says is so", async () => {
  const { child, said } = await start(["demo"], { TMPDIR: folder }, /Ctrl-C stops it/);
  const curls = [...said.matchAll(/curl -s (\S+) -H 'X-Auth-Token: (\S+)' -H '[^']+' -d '([^']+)'/g)];
  assert.equal(curls.length, 3);
  for (const [, url, token, body] of curls) {
    const answer = await fetch(url!, {
      method: "POST",
      headers: { "x-auth-token": token!, "content-type": "application/json" },
      body: body!,
    });
    const { hits } = (await answer.json()) as { hits: { hits: { _source: { name: string } }[] } };
    const told = said.slice(said.indexOf(`\n${token!.replace("demo-", "")} (`)).split("\n\n")[0]!;
    assert.ok(hits.hits.length > 3);
    for (const { _source } of hits.hits)
      assert.ok(told.includes(JSON.stringify(_source.name)), `${token} was told of ${_source.name}`);
  }
  child.kill("SIGINT");
  assert.equal(await ended(child), 0);
});
