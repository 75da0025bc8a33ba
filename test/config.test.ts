import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { readConfig, settings } from "../src/config.ts";

const file = (text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), "searchlight-")), "tokens.json");
  writeFileSync(path, text);
  return path;
};

test("without any setting there is a configuration: embedded, on this machine only, nothing outside", () => {
  const { host, port, store, kafka, elasticsearch, cloud, tokens } = readConfig({});
  assert.deepEqual(
    { host, port, store, kafka, elasticsearch, cloud, tokens },
    {
      host: "127.0.0.1",
      port: 9393,
      store: "embedded",
      kafka: undefined,
      elasticsearch: undefined,
      cloud: undefined,
      tokens: undefined,
    },
  );
});

test("an empty text is a setting that was not set", () =>
  assert.equal(readConfig({ SEARCHLIGHT_PORT: "" }).port, 9393));

test("lists are split at commas", () => {
  const { kafka } = readConfig({ KAFKA_BROKERS: "a:1, b:2", KAFKA_TOPICS: "x" });
  assert.deepEqual([kafka?.brokers, kafka?.topics, kafka?.groupId], [["a:1", "b:2"], ["x"], "searchlight"]);
});

test("limits are what was set, and nothing where nothing was", () => {
  assert.deepEqual(readConfig({}).limits, {});
  const { limits } = readConfig({
    SEARCHLIGHT_MAX_SECONDS: "0.5",
    SEARCHLIGHT_MAX_PAGE: "100",
    SEARCHLIGHT_MAX_BODY: "",
  });
  assert.deepEqual(limits, { searchMilliseconds: 500, page: 100 });
});

/** [a setting, the limit that it sets]. */
const LIMITS: [string, string][] = [
  ["BODY", "searchBytes"],
  ["DEPTH", "depth"],
  ["CLAUSES", "clauses"],
  ["BUCKETS", "buckets"],
  ["AGGREGATION_DEPTH", "aggregationDepth"],
  ["PATTERN", "patternLength"],
  ["PAGE", "page"],
  ["WINDOW", "window"],
  ["REQUESTS", "requests"],
  ["CONCURRENT", "concurrent"],
];
for (const [name, limit] of LIMITS)
  test(`SEARCHLIGHT_MAX_${name} sets a limit`, () =>
    assert.deepEqual(readConfig({ [`SEARCHLIGHT_MAX_${name}`]: "7" }).limits, { [limit]: 7 }));

test("a secret may be in a file, whose last line break is not a part of it", () => {
  const account = { OS_AUTH_URL: "http://k/v3", OS_USERNAME: "u", OS_PROJECT_NAME: "p" };
  const { cloud } = readConfig({ ...account, OS_PASSWORD_FILE: file("hush-hush\n") });
  assert.equal(cloud?.password, "hush-hush");
});

test("the help tells every setting, what it is when not set, and where a file may hold it", () => {
  const told = new Map(settings().map(({ name, ...rest }) => [name, rest]));
  assert.deepEqual(told.get("SEARCHLIGHT_PORT")?.standard, "9393");
  assert.match(told.get("KAFKA_SASL_PASSWORD")?.says ?? "", /KAFKA_SASL_PASSWORD_FILE/);
  for (const [name, { says }] of told) assert.ok(says.length > 5, `${name} says what it is`);
});

/** [what, environment, what the problems say]. */
const WRONG: [string, Record<string, string>, RegExp[]][] = [
  [
    "limits that are none",
    { SEARCHLIGHT_MAX_PAGE: "0", SEARCHLIGHT_MAX_REQUESTS: "many", SEARCHLIGHT_MAX_WINDOW: "10001" },
    [/SEARCHLIGHT_MAX_PAGE/, /SEARCHLIGHT_MAX_REQUESTS/, /SEARCHLIGHT_MAX_WINDOW/],
  ],
  ["a port that is none", { SEARCHLIGHT_PORT: "http" }, [/SEARCHLIGHT_PORT/]],
  [
    "every problem at once",
    { SEARCHLIGHT_PORT: "-1", SEARCHLIGHT_STORE: "mongo", ELASTICSEARCH_URL: "ftp://x" },
    [/3 problem/, /SEARCHLIGHT_PORT/, /SEARCHLIGHT_STORE/, /ELASTICSEARCH_URL/],
  ],
  ["Elasticsearch without an address", { SEARCHLIGHT_STORE: "elasticsearch" }, [/ELASTICSEARCH_URL is needed/]],
  [
    "a cloud without an account",
    { OS_AUTH_URL: "http://k/v3" },
    [/OS_USERNAME is needed/, /OS_PASSWORD/, /OS_PROJECT_NAME/],
  ],
  [
    "an application credential without its secret",
    { OS_AUTH_URL: "http://k/v3", OS_APPLICATION_CREDENTIAL_ID: "x" },
    [/OS_APPLICATION_CREDENTIAL_SECRET is needed/],
  ],
  ["a password for Kafka and no way to tell it", { KAFKA_SASL_PASSWORD: "hush" }, [/KAFKA_SASL_MECHANISM is needed/]],
  [
    "a password for Elasticsearch and no user",
    { ELASTICSEARCH_PASSWORD: "hush" },
    [/ELASTICSEARCH_USERNAME is needed/],
  ],
  ...["ELASTICSEARCH_URL", "OS_AUTH_URL"].map((name): [string, Record<string, string>, RegExp[]] => [
    `an address with a password in it (${name})`,
    { [name]: "https://user:hush@host:9200" },
    [new RegExp(`${name}: holds a user or password, .*: give these in the settings for them`)],
  ]),
  ...["KAFKA_CA", "ELASTICSEARCH_CA"].flatMap((name) =>
    ["hush", "-----BEGIN CERTIFICATE-----\nhush\n-----END CERTIFICATE-----\n", ""].map(
      (content): [string, Record<string, string>, RegExp[]] => [
        `a file of certificates that holds ${JSON.stringify(content)} (${name})`,
        { [name]: file(content) },
        [new RegExp(`${name}: the file holds no certificates in PEM .*, or a damaged one`)],
      ],
    ),
  ),
  ["SASL without a user", { KAFKA_SASL_MECHANISM: "plain" }, [/KAFKA_SASL_USERNAME/]],
  ["a file that is not there", { SEARCHLIGHT_TOKENS: "/nowhere/tokens.json" }, [/cannot be read \(ENOENT\)/]],
  [
    "a secret's file that is not there",
    { KAFKA_SASL_PASSWORD_FILE: "/nowhere/password" },
    [/KAFKA_SASL_PASSWORD_FILE: \/nowhere\/password cannot be read \(ENOENT\)/],
  ],
  [
    "a secret that is told twice",
    { OS_PASSWORD: "hush", OS_PASSWORD_FILE: file("hush") },
    [/OS_PASSWORD and OS_PASSWORD_FILE are both set/],
  ],
  ["a token file that is not JSON", { SEARCHLIGHT_TOKENS: file("hush-hush") }, [/it is not JSON/]],
  [
    "a token file with a mistake",
    { SEARCHLIGHT_TOKENS: file('[{"token":"hush-hush","userId":"u","roles":[]}]') },
    [/0\.projectId/],
  ],
];
for (const [what, env, says] of WRONG) {
  test(`${what} is refused in words`, () => {
    assert.throws(
      () => readConfig(env),
      (error: Error) => {
        for (const pattern of says) assert.match(error.message, pattern);
        assert.doesNotMatch(error.message, /hush/);
        return true;
      },
    );
  });
}
