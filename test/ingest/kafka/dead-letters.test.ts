import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, test, type TestContext } from "node:test";
import type { KafkaMessage } from "kafkajs";
import { SearchlightError } from "../../../src/errors.ts";
import type { DeadLetter, DeadLetters } from "../../../src/ingest/dead-letter.ts";
import { kafkaDeadLetters } from "../../../src/ingest/dead-letters/kafka.ts";
import { kafkaBrokers, NO_KAFKA } from "../../peers/kafka.ts";
import { deadLettersContract } from "../dead-letters-contract.ts";
import { eventually } from "../../eventually.ts";
import { keptLog, lab, type Lab } from "./lab.ts";

const brokers = kafkaBrokers() ?? [];
const options = { skip: brokers.length === 0 ? NO_KAFKA : false, concurrency: 2 };

const letterOf = (value: Uint8Array, from: string): DeadLetter => ({
  record: { value, from, timestamp: 1_700_000_000_123 },
  reason: "it is not JSON: give it a better life",
});

const open = (t: TestContext, topic: string): DeadLetters => {
  const letters = kafkaDeadLetters({ brokers, topic, groupId: `${topic}-letters`, log: keptLog().log });
  t.after(() => letters.close());
  return letters;
};

const readAll = async (t: TestContext, { kafka, name }: Lab, topic: string, count: number): Promise<KafkaMessage[]> => {
  const consumer = kafka.consumer({ groupId: `${name}-check` });
  t.after(() => consumer.disconnect());
  const messages: KafkaMessage[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({ eachMessage: async ({ message }) => void messages.push(message) });
  await eventually(`${count} dead letters`, () => messages.length >= count);
  return messages;
};

const headersOf = ({ headers }: KafkaMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]));

describe("dead letters in a Kafka topic", options, () => {
  deadLettersContract(async (t) => open(t, (await lab(t, brokers)).name));

  test("keep the bytes as they came, with where from, when and why beside them", async (t) => {
    const own = await lab(t, brokers);
    const value = randomBytes(2000);
    // A part of larger memory, as records from Kafka are.
    await open(t, own.name).put([letterOf(value.subarray(500, 1500), "notifications.info/2/17")]);
    const [message] = await readAll(t, own, own.name, 1);
    assert.ok(message);
    assert.ok(message.value?.equals(value.subarray(500, 1500)));
    assert.deepEqual(headersOf(message), {
      "searchlight.reason": "it is not JSON: give it a better life",
      "searchlight.from": "notifications.info/2/17",
      "searchlight.timestamp": "1700000000123",
    });
  });

  test("make their topic if there is none", async (t) => {
    const own = await lab(t, brokers, { partitions: 0 });
    const letters = open(t, own.name);
    await letters.put([letterOf(Buffer.from("one"), "a/0/0")]);
    await letters.put([letterOf(Buffer.from("two"), "a/0/1")]);
    const messages = await readAll(t, own, own.name, 2);
    assert.deepEqual(messages.map(({ value }) => String(value)).toSorted(), ["one", "two"]);
  });

  test("fit whole where each fits, however large they are together", async (t) => {
    const own = await lab(t, brokers);
    const values = Array.from({ length: 5 }, () => randomBytes(700_000));
    await open(t, own.name).put(values.map((value, i) => letterOf(value, `a/0/${i}`)));
    const messages = await readAll(t, own, own.name, 5);
    const found = new Map(messages.map((message) => [headersOf(message)["searchlight.from"], message]));
    for (const [i, value] of values.entries()) assert.ok(found.get(`a/0/${i}`)?.value?.equals(value));
    assert.ok(messages.every((message) => !("searchlight.cut" in headersOf(message))));
  });

  test("are cut, and say so, where one is too large for the topic", async (t) => {
    const own = await lab(t, brokers);
    const value = randomBytes(1_500_000);
    await open(t, own.name).put([letterOf(value, "a/0/0"), letterOf(Buffer.from("small"), "a/0/1")]);
    const messages = await readAll(t, own, own.name, 2);
    const [cut, small] = messages.toSorted((a, b) => b.value!.length - a.value!.length);
    assert.ok(cut!.value!.length > 1_000_000);
    assert.ok(cut!.value!.equals(value.subarray(0, cut!.value!.length)));
    assert.equal(headersOf(cut!)["searchlight.cut"], `the first ${cut!.value!.length} of 1500000 bytes`);
    assert.equal(String(small!.value), "small");
  });

  test("that cannot be written say which topic and what to do", async (t) => {
    await assert.rejects(open(t, "no such name!").put([letterOf(Buffer.from("x"), "a/0/0")]), (error) => {
      assert.ok(error instanceof SearchlightError);
      assert.equal(error.code, "service-failed");
      assert.match(error.message, /no such name!.*KAFKA_DEAD_LETTER_TOPIC/);
      return true;
    });
  });
});
