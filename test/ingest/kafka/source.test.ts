import assert from "node:assert/strict";
import { describe, test } from "node:test";
import kafkajs from "kafkajs";
import { kafkaBrokers, NO_KAFKA } from "../../peers/kafka.ts";
import { eventually } from "../../eventually.ts";
import { lab, startReader } from "./lab.ts";

const { CompressionTypes } = kafkajs;
const brokers = kafkaBrokers() ?? [];
const options = { skip: brokers.length === 0 ? NO_KAFKA : false, concurrency: 2 };
const numbers = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, i) => String(from + i));
const EVERY = 1500;

describe("a Kafka topic is read", options, () => {
  test("in the order of each partition, from the beginning, everything once", async (t) => {
    const { name, send, source } = await lab(t, brokers, { partitions: 3 });
    for (const partition of [0, 1, 2]) await send(numbers(0, EVERY), { partition });
    const reader = startReader(source());
    await eventually("all records", () => reader.records.length >= 3 * EVERY);
    await reader.stop();
    for (const partition of [0, 1, 2]) {
      const own = reader.records.filter(({ from }) => from.startsWith(`${name}/${partition}/`));
      assert.deepEqual(
        own.map(({ from, value }) => `${from} ${Buffer.from(value).toString()}`),
        numbers(0, EVERY).map((number) => `${name}/${partition}/${number} ${number}`),
      );
    }
  });

  test("whatever its records are: with headers and keys, without a value, empty, of 900 KB", async (t) => {
    const { name, producer, source } = await lab(t, brokers);
    const large = "x".repeat(900_000);
    await producer.send({
      topic: name,
      messages: [
        { key: "a", value: "with", headers: { one: "1", many: ["2", "3"] }, timestamp: "1700000000123" },
        { key: "b", value: null },
        { value: "" },
        { value: large },
      ],
    });
    const reader = startReader(source());
    await eventually("four records", () => reader.records.length >= 4);
    await reader.stop();
    assert.deepEqual(reader.texts(), ["with", "", "", large]);
    assert.equal(reader.records[0]?.timestamp, 1_700_000_000_123);
    assert.ok(reader.records.every(({ unreadable }) => unreadable === undefined));
  });

  for (const codec of ["None", "GZIP", "Snappy", "LZ4", "ZSTD"] as const)
    test(`with compression ${codec}`, async (t) => {
      const { name, producer, source, committed } = await lab(t, brokers);
      const texts = numbers(0, EVERY).map((number) => `${number} ${"ubuntu ".repeat(40)}`);
      const messages = texts.map((value) => ({ value }));
      await producer.send({ topic: name, messages, compression: CompressionTypes[codec] });
      const reader = startReader(source());
      await eventually("all records", () => reader.records.length >= EVERY);
      await reader.stop();
      assert.deepEqual(reader.texts(), texts);
      assert.equal(await committed(), EVERY);
    });

  test("past a batch that becomes too large: its bytes come as one unreadable record, and reading goes on", async (t) => {
    const { name, producer, send, source, committed, lines } = await lab(t, brokers);
    await send(["before"]);
    const bomb = [{ value: Buffer.alloc(70 * 1024 * 1024) }, { value: "lost with it" }];
    await producer.send({ topic: name, messages: bomb, compression: CompressionTypes.GZIP });
    await send(["after"]);
    const reader = startReader(source());
    await eventually("the record after", () => reader.texts().includes("after"));
    await reader.stop();
    assert.deepEqual(
      reader.records.map(({ from, unreadable }) => [from, unreadable !== undefined]),
      [
        [`${name}/0/0`, false],
        [`${name}/0/1`, true],
        [`${name}/0/3`, false],
      ],
    );
    assert.match(reader.records[1]?.unreadable ?? "", /^the record batch cannot be decompressed: /);
    assert.equal(await committed(), 4);
    assert.equal(lines.filter(({ level }) => level === "error").length, 1);
  });

  test("past the control records of transactions: the group ends where the topic does", async (t) => {
    const { name, kafka, admin, source, committed } = await lab(t, brokers);
    const producer = kafka.producer({ transactionalId: name, idempotent: true, maxInFlightRequests: 1 });
    await producer.connect();
    for (const [text, kept] of [
      ["kept", true],
      ["aborted", false],
      ["kept too", true],
    ] as const) {
      const transaction = await producer.transaction();
      await transaction.send({ topic: name, messages: [{ value: text }] });
      await (kept ? transaction.commit() : transaction.abort());
    }
    await producer.disconnect();
    const reader = startReader(source());
    await eventually("both kept records", () => reader.records.length >= 2);
    const [end] = await admin.fetchTopicOffsets(name);
    await eventually("the commit", async () => (await committed()) === Number(end?.high));
    await reader.stop();
    assert.deepEqual(reader.texts(), ["kept", "kept too"]);
  });
});

describe("topics that do not exist", options, () => {
  test("hold up nothing else, are not created, and are read once they exist", async (t) => {
    const { name, admin, send, source, createTopic, lines } = await lab(t, brokers);
    const later = `${name}-later`;
    await send(["at once"]);
    const reader = startReader(source({ topics: [later, name] }));
    await eventually("the record of the topic that exists", () => reader.texts().includes("at once"));
    assert.ok(!(await admin.listTopics()).includes(later));
    assert.deepEqual(
      lines.filter(({ level }) => level === "warn").map(({ event }) => event["missing"]),
      [[later]],
    );
    await createTopic(later);
    await send(["later"], { topic: later });
    await eventually("the record of the topic that came later", () => reader.texts().includes("later"));
    await send(["at last"]);
    await eventually("records of the first one again", () => reader.texts().includes("at last"));
    await reader.stop();
    assert.deepEqual(reader.texts(), ["at once", "later", "at last"]);
  });

  test("may be all there are", async (t) => {
    const { name, send, source, createTopic } = await lab(t, brokers, { partitions: 0 });
    const reader = startReader(source());
    await new Promise((resolve) => setTimeout(resolve, 700));
    await createTopic(name);
    await send(["first"]);
    await eventually("the record", () => reader.records.length === 1);
    await reader.stop();
  });
});
