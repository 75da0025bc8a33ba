import assert from "node:assert/strict";
import { test } from "node:test";
import { elasticsearchUrl, NO_ELASTICSEARCH } from "./elasticsearch.ts";
import { answers as nodeAnswers } from "./elasticsearch-node.ts";
import { kafkaBrokers, NO_KAFKA } from "./kafka.ts";
import { answers as brokerAnswers } from "./kafka-broker.ts";

const brokers = kafkaBrokers();
const url = elasticsearchUrl();

test("the Kafka that tests use answers", { skip: brokers === undefined ? NO_KAFKA : false }, async () => {
  assert.equal(await brokerAnswers(brokers?.[0] ?? ""), true);
});

test("the Elasticsearch that tests use answers", { skip: url === undefined ? NO_ELASTICSEARCH : false }, async () => {
  assert.equal(await nodeAnswers(url ?? ""), true);
});
