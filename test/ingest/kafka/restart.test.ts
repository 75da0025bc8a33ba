import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { kafkaDeadLetters } from "../../../src/ingest/dead-letters/kafka.ts";
import { isRetryable } from "../../../src/errors.ts";
import { startKafka } from "../../peers/kafka.ts";
import type { Absent, Server } from "../../peers/server.ts";
import { eventually } from "../../eventually.ts";
import { keptLog, lab, startReader } from "./lab.ts";

describe("a broker that goes away and comes back", () => {
  let own: Server | Absent;
  before(async () => {
    own = await startKafka();
  });
  after(async () => {
    if (!("absent" in own)) await own.stop();
  });

  test("interrupts reading, and nothing is lost; each trouble is one line", async (t) => {
    if ("absent" in own) return t.skip(own.absent);
    const { send, source, committed, lines } = await lab(t, [own.address]);
    await send(["before"]);
    const reader = startReader(source());
    await eventually("the first record", async () => (await committed()) === 1);

    await own.kill();
    await eventually("the trouble to be told", () => lines.some(({ level }) => level === "warn"));
    await sleep(3000);
    const told = lines.filter(({ level }) => level !== "info");
    assert.ok(told.length <= 6, `few lines:\n${told.map((line) => JSON.stringify(line)).join("\n")}`);
    assert.ok(told.every(({ message }) => message === "reading Kafka failed; trying again"));

    await own.start();
    await send(["after"]);
    await eventually("the record that was sent after", () => reader.texts().includes("after"));
    await eventually("its commit", async () => (await committed()) === 2);
    await reader.stop();
    assert.deepEqual(reader.texts(), ["before", "after"]);
  });

  test("while a batch is in hand: the batch is acknowledged in vain, comes again, and is committed then", async (t) => {
    if ("absent" in own) return t.skip(own.absent);
    const { send, source, committed } = await lab(t, [own.address]);
    await send(["held"]);
    const reader = startReader(source(), { acking: false });
    await eventually("the record", () => reader.records.length === 1);
    await own.kill();
    await sleep(4000);
    reader.acking = true;
    await own.start();
    await eventually("the commit", async () => (await committed()) === 1);
    await reader.stop();
    assert.ok(reader.texts().length >= 2);
    assert.deepEqual(new Set(reader.texts()), new Set(["held"]));
  });

  test("is waited for by a reader that starts before it", async (t) => {
    if ("absent" in own) return t.skip(own.absent);
    const { send, source } = await lab(t, [own.address]);
    await send(["early"]);
    await own.kill();
    const reader = startReader(source());
    await sleep(2000);
    await own.start();
    await eventually("the record", () => reader.texts().includes("early"));
    await reader.stop();
  });

  test("may stay away: a reader stops all the same", async (t) => {
    if ("absent" in own) return t.skip(own.absent);
    const { send, source } = await lab(t, [own.address]);
    await send(["text"]);
    const reader = startReader(source());
    await eventually("the record", () => reader.records.length === 1);
    await own.kill();
    await sleep(1000);
    const began = Date.now();
    await reader.stop();
    assert.ok(Date.now() - began < 10_000, `it took ${Date.now() - began} ms`);
    await own.start();
  });

  test("makes dead letters fail in a way that is worth trying again, and then they arrive", async (t) => {
    if ("absent" in own) return t.skip(own.absent);
    const { name } = await lab(t, [own.address], { partitions: 0 });
    const letters = kafkaDeadLetters({
      brokers: [own.address],
      topic: `${name}-dead`,
      groupId: name,
      log: keptLog().log,
    });
    t.after(() => letters.close());
    const letter = { record: { value: new Uint8Array([1]), from: "a/0/0", timestamp: 1 }, reason: "why" };
    await letters.put([letter]);
    await own.kill();
    await assert.rejects(letters.put([letter]), (error) => isRetryable(error));
    await own.start();
    await letters.put([letter]);
  });
});
