import assert from "node:assert/strict";
import { test } from "node:test";
import { checkConfig } from "../src/commands/check-config.ts";

type Settings = Readonly<Record<string, string>>;

const KAFKA: Settings = {
  KAFKA_BROKERS: "kafka:9092",
  KAFKA_SASL_MECHANISM: "plain",
  KAFKA_SASL_USERNAME: "u",
  KAFKA_SASL_PASSWORD: "hush-kafka",
};
const ELASTICSEARCH: Settings = { ELASTICSEARCH_URL: "http://es:9200", ELASTICSEARCH_API_KEY: "hush-key" };
const HTTPS: Settings = { ELASTICSEARCH_URL: "https://es:9200" };

/** [what, settings, which doubts are told]. */
const CASES: [string, Settings, RegExp[]][] = [
  [
    "a password that goes to Kafka as it is is doubted",
    KAFKA,
    [/^KAFKA_SASL_PASSWORD would go over the network as it is: set KAFKA_SSL or KAFKA_CA$/],
  ],
  ["one that goes by TLS is not", { ...KAFKA, KAFKA_SSL: "true" }, []],
  ["one that only proves itself is not", { ...KAFKA, KAFKA_SASL_MECHANISM: "scram-sha-512" }, []],
  [
    "an API key that goes to Elasticsearch as it is is doubted",
    ELASTICSEARCH,
    [/^Elasticsearch's password or API key would go over the network as it is: .* begin with https:\/\/$/],
  ],
  ["one that goes by TLS is no doubt", { ...ELASTICSEARCH, ...HTTPS }, []],
];
for (const [what, settings, says] of CASES) {
  test(what, async () => {
    const { lines, doubts } = await checkConfig(settings);
    assert.equal(doubts.length, says.length, doubts.join("\n"));
    for (const [i, doubt] of doubts.entries()) assert.match(doubt, says[i]!);
    assert.doesNotMatch([...lines, ...doubts].join("\n"), /hush/);
  });
}
