import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test, type TestContext } from "node:test";
import { inspect } from "node:util";
import { readConfig } from "../../../src/config.ts";
import { kafkaDeadLetters } from "../../../src/ingest/dead-letters/kafka.ts";
import { kafkaClient } from "../../../src/ingest/kafka/client.ts";
import { kafkaSource } from "../../../src/ingest/sources/kafka.ts";
import type { Logger } from "../../../src/log.ts";
import { assertNoLeak } from "../../leaks.ts";
import { eventually, soon } from "../../eventually.ts";
import { createAuthority, type Authority } from "../../peers/authority.ts";
import { NO_SECURED_KAFKA, startSecuredKafka, type SecuredKafka } from "../../peers/kafka-secured.ts";
import { startReader } from "./lab.ts";

const PROGRAM = new URL("../../../bin/searchlight.js", import.meta.url).pathname;
const ACCOUNT = { username: "searchlight", password: "correct-horse+battery/staple" };
const WRONG = "hush-hush+hush/hush";
const SECRETS = [ACCOUNT.password, WRONG];
const TOPIC = "notifications.info";

/** Everything that must not last: joining takes kafkajs three tries at the longest. */
const SECONDS = 15;

type Settings = Readonly<Record<string, string>>;

/** A broker that wants TLS and an account, whose certificate is `authority`'s, with records to read; and files for settings. */
type Site = {
  readonly broker: SecuredKafka;
  readonly authority: Authority;
  readonly file: (content: string) => string;
  readonly data: string;
};

const recordOf = (id: string): string =>
  JSON.stringify({
    event_type: "image.create",
    timestamp: "2026-11-25 10:00:00",
    payload: { id, name: id, owner: "p", status: "active", visibility: "private" },
  });

async function siteOf(): Promise<Site | undefined> {
  const authority = await createAuthority();
  const broker = await startSecuredKafka(await authority.identity(), ACCOUNT);
  if ("absent" in broker) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "searchlight-secured-"));
  const producer = kafkaClient({ brokers: [broker.address] }, quiet()).producer();
  await producer.connect();
  await producer.send({ topic: TOPIC, messages: [{ value: recordOf("one") }, { value: recordOf("two") }] });
  await producer.disconnect();
  let files = 0;
  const file = (content: string): string => {
    const path = join(folder, String(files++));
    writeFileSync(path, content, { mode: 0o600 });
    return path;
  };
  after(async () => {
    await broker.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return { broker, authority, file, data: join(folder, "data") };
}

/** A log that keeps all that is said, debugging too, as its lines would have it. */
const keptText = (): { readonly log: Logger; readonly said: string[] } => {
  const said: string[] = [];
  const say = (event: unknown, message?: string): void => void said.push(`${JSON.stringify(event)} ${message}`);
  return { log: { debug: say, info: say, warn: say, error: say }, said };
};

function quiet(): Logger {
  return keptText().log;
}

/** What the settings come to, and the source that reads by them. */
function sourceOf(settings: Settings, log: Logger) {
  const { kafka } = readConfig(settings);
  assert.ok(kafka);
  return { kafka, source: kafkaSource({ ...kafka, session: 6000, log }) };
}

/** Settings that are right, by which `group` reads. */
const rightFor = ({ broker, authority, file }: Site, mechanism: string, group: string): Settings => ({
  KAFKA_BROKERS: broker.secured,
  KAFKA_TOPICS: TOPIC,
  KAFKA_GROUP: group,
  KAFKA_CA: file(authority.certificate),
  KAFKA_SASL_MECHANISM: mechanism,
  KAFKA_SASL_USERNAME: ACCOUNT.username,
  KAFKA_SASL_PASSWORD_FILE: file(`${ACCOUNT.password}\n`),
});

const site = await siteOf();

describe("a Kafka with TLS and accounts", { concurrency: 8, skip: site === undefined && NO_SECURED_KAFKA }, () => {
  if (site === undefined) return;

  for (const mechanism of ["plain", "scram-sha-256", "scram-sha-512"])
    test(`is read with ${mechanism}, its password from a file`, async () => {
      const { log, said } = keptText();
      const reader = startReader(sourceOf(rightFor(site, mechanism, mechanism), log).source);
      try {
        await eventually("both records", () => reader.records.length === 2, SECONDS);
      } finally {
        await reader.stop();
      }
      assert.deepEqual(
        reader.records.map(({ from }) => from.split("/")[0]),
        [TOPIC, TOPIC],
      );
      assertNoLeak(said.join("\n"), SECRETS);
    });

  /** [what is wrong, the settings for it instead of the right ones, what is said]. */
  const WRONGS: [string, (site: Site) => Promise<Settings>, RegExp][] = [
    [
      "the certificate of another authority",
      async ({ file }) => ({ KAFKA_CA: file((await createAuthority("somebody else")).certificate) }),
      /by TLS: its certificate is signed by nobody whom we trust: let KAFKA_CA name/,
    ],
    [
      "that of another authority of the same name",
      async ({ file }) => ({ KAFKA_CA: file((await createAuthority()).certificate) }),
      /by TLS: its certificate is signed by nobody whom we trust: let KAFKA_CA name/,
    ],
    [
      "none but the authorities that everybody knows",
      async () => ({ KAFKA_CA: "", KAFKA_SSL: "true" }),
      /by TLS: its certificate is signed by nobody whom we trust: let KAFKA_CA name/,
    ],
    [
      "a name that is not in the broker's certificate",
      async ({ broker }) => ({ KAFKA_BROKERS: broker.secured.replace("127.0.0.1", "localhost") }),
      /by TLS: its certificate is for other names than KAFKA_BROKERS calls it/,
    ],
    ["no TLS", async () => ({ KAFKA_CA: "" }), /closes the connection: if it wants TLS, set KAFKA_SSL or KAFKA_CA/],
    [
      "TLS where none is spoken",
      async ({ broker }) => ({ KAFKA_BROKERS: broker.address }),
      /by TLS: nobody speaks TLS there, or it breaks off: see that KAFKA_BROKERS names/,
    ],
    [
      "no account",
      async () => ({ KAFKA_SASL_MECHANISM: "", KAFKA_SASL_USERNAME: "", KAFKA_SASL_PASSWORD_FILE: "" }),
      /closes the connection: .* if an account, KAFKA_SASL_MECHANISM/,
    ],
    [
      "an account where none is wanted",
      async ({ broker }) => ({ KAFKA_BROKERS: broker.address, KAFKA_CA: "" }),
      /wants no account there: leave KAFKA_SASL_MECHANISM out/,
    ],
    ...["plain", "scram-sha-256", "scram-sha-512"].map(
      (mechanism): [string, (site: Site) => Promise<Settings>, RegExp] => [
        `a wrong password for ${mechanism}`,
        async ({ file }) => ({ KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_PASSWORD_FILE: file(WRONG) }),
        /does not let us in .*: check KAFKA_SASL_MECHANISM, KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD/,
      ],
    ),
  ];
  for (const [what, instead, says] of WRONGS)
    test(`with ${what} is not read, which the log says with what to do and no secret; dead letters neither`, async () => {
      const { log, said } = keptText();
      const { kafka, source } = sourceOf({ ...rightFor(site, "plain", what), ...(await instead(site)) }, log);
      const reader = startReader(source);
      const letters = kafkaDeadLetters({ ...kafka, topic: kafka.deadLetterTopic, groupId: "letters", log });
      const letter = { record: { value: Buffer.from("x"), from: "x/0/0", timestamp: 0 }, reason: "a test" };
      const put = soon("putting a dead letter ends", letters.put([letter]), SECONDS);
      await assert.rejects(put, (error: Error) => {
        assert.match(error.message, says);
        assertNoLeak(inspect(error, { depth: 20, showHidden: true }), SECRETS);
        return true;
      });
      const line = (): string | undefined => said.find((one) => one.endsWith("reading Kafka failed; trying again"));
      await eventually("the log says that it failed", () => line() !== undefined, SECONDS);
      await soon("leaving", Promise.all([reader.stop(), letters.close()]), SECONDS);
      assert.match(line()!, says);
      assert.deepEqual(reader.records, []);
      assertNoLeak(said.join("\n"), SECRETS);
    });

  /** What the program said by the time that `until` is seen in it, or that it ended. */
  const program = async (t: TestContext, command: string, settings: Settings, until: RegExp): Promise<string> => {
    const common = { PATH: process.env["PATH"] ?? "", SEARCHLIGHT_LOG_LEVEL: "debug", SEARCHLIGHT_PORT: "0" };
    const child = spawn(process.execPath, [PROGRAM, command], { env: { ...common, ...settings } });
    t.after(() => child.kill("SIGKILL"));
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
    await eventually(
      () => `${until} in what ${command} said:\n${said}`,
      () => until.test(said),
      SECONDS,
    );
    return said;
  };

  test("the program takes in what it reads there, and says no secret at the debug level", async (t) => {
    const settings = {
      ...rightFor(site, "scram-sha-512", "program"),
      SEARCHLIGHT_STORE: "memory",
      SEARCHLIGHT_METRICS_PORT: "0",
    };
    const said = await program(t, "ingest", settings, /joined the consumer group/);
    const metrics = /"metrics":"(http:[^"]+)"/.exec(said)![1]!;
    const text = async (): Promise<string> => (await fetch(`${metrics}/metrics`)).text();
    const stored = /^searchlight_ingest_records_total\{[^}]*result="stored"[^}]*\} 2$/m;
    await eventually("both records are stored", async () => stored.test(await text()), SECONDS);
    assertNoLeak(said, SECRETS);
  });

  test("doctor says what is wrong with the account, and no secret", async (t) => {
    const cloud = { OS_AUTH_URL: "http://127.0.0.1:1/v3", OS_USERNAME: "u", OS_PASSWORD: WRONG, OS_PROJECT_NAME: "p" };
    const wrong = { KAFKA_SASL_PASSWORD_FILE: site.file(WRONG), SEARCHLIGHT_DATA: site.data };
    const settings = { ...rightFor(site, "plain", "doctor"), ...wrong, ...cloud };
    const said = await program(t, "doctor", settings, /^WRONG Keystone\n.+/m);
    assert.match(said, /^WRONG Kafka\n +Kafka does not let us in .*KAFKA_SASL_PASSWORD$/m);
    assertNoLeak(said, SECRETS);
  });
});
