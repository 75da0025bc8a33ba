import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { kafkaBrokers, NO_KAFKA } from "../../peers/kafka.ts";
import { eventually } from "../../eventually.ts";
import type { Batch } from "../../../src/ingest/source.ts";
import { lab, startReader } from "./lab.ts";

const brokers = kafkaBrokers() ?? [];
const options = { skip: brokers.length === 0 ? NO_KAFKA : false, concurrency: 2 };
const SESSION = 6000;

describe("a member of the consumer group", options, () => {
  test("goes on after the last acknowledgement when it comes back", async (t) => {
    const { send, source, committed } = await lab(t, brokers);
    await send(["one", "two"]);
    const first = startReader(source());
    await eventually("both", () => first.records.length === 2);
    await first.stop();
    assert.equal(await committed(), 2);
    await send(["three"]);
    const second = startReader(source());
    await eventually("the third", () => second.records.length > 0);
    await second.stop();
    assert.deepEqual(second.texts(), ["three"]);
  });

  test("gets again what it did not acknowledge", async (t) => {
    const { send, source, committed } = await lab(t, brokers);
    await send(["one", "two"]);
    const first = startReader(source(), { acking: false });
    await eventually("both", () => first.records.length === 2);
    await first.stop();
    assert.equal(await committed(), -1);
    const second = startReader(source());
    await eventually("both again", () => second.records.length === 2);
    await second.stop();
    assert.equal(await committed(), 2);
  });

  test("gets no second batch before it acknowledged the first", async (t) => {
    const { send, source } = await lab(t, brokers, { partitions: 3 });
    for (const partition of [0, 1, 2]) await send(["text"], { partition });
    const reader = startReader(source(), { acking: false });
    await eventually("the first batch", () => reader.batches.length === 1);
    await sleep(2000);
    assert.equal(reader.batches.length, 1);
    reader.acking = true;
    await eventually("all of them", () => reader.records.length === 3);
    await reader.stop();
  });

  test("is given what comes while it holds a batch, and commits none of it past what it did not acknowledge", async (t) => {
    const { send, source, committed } = await lab(t, brokers);
    const first = source();
    const batches = first.batches(new AbortController().signal)[Symbol.asyncIterator]();
    await send(["one"]);
    const held: Batch = (await batches.next()).value;
    await send(["two"]);
    const second: Batch = (await batches.next()).value;
    await second.ack();
    assert.equal(await committed(), -1);
    await first.close();
    await held.ack();

    const other = startReader(source());
    await eventually("both, again", () => other.records.length === 2);
    await other.stop();
    assert.deepEqual(other.texts(), ["one", "two"]);
    assert.equal(await committed(), 2);
  });

  test("keeps its partitions for as long as it holds a batch, much longer than a session", async (t) => {
    const { send, source, committed, lines } = await lab(t, brokers);
    await send(["long"]);
    const reader = startReader(source(), { acking: false });
    await eventually("the record", () => reader.records.length === 1);
    await sleep(SESSION * 2.5);
    reader.acking = true;
    await eventually("the commit", async () => (await committed()) === 1);
    await reader.stop();
    assert.deepEqual(reader.texts(), ["long"]);
    assert.equal(lines.filter(({ message }) => message === "joined the consumer group").length, 1);
  });

  test("that lost a partition while it held a batch commits nothing of it, and goes on", async (t) => {
    const { name, send, source, committed, lines } = await lab(t, brokers, { partitions: 2 });
    for (const partition of [0, 1]) await send([`${partition}`], { partition });
    const first = startReader(source(), { acking: false });
    await eventually("a batch in hand", () => first.batches.length === 1);
    const second = startReader(source(), { acking: false });
    await eventually("the group to be shared", () => {
      const joined = lines.filter(({ message }) => message === "joined the consumer group");
      return joined.filter(({ event }) => JSON.stringify(event["partitions"]).match(/\[\d\]/)).length >= 2;
    });
    await eventually("a batch in the other's hand", () => second.batches.length === 1);
    first.acking = true;
    await eventually("the late acknowledgement", () => lines.some(({ message }) => message.includes("too late")));
    const lost = Number(second.records[0]?.from.split("/")[1]);
    assert.equal(await committed(lost), -1, "what the other holds is committed by nobody else");
    second.acking = true;
    await eventually("both commits", async () => (await committed(0)) === 1 && (await committed(1)) === 1);
    for (const partition of [0, 1]) await send(["more"], { partition });
    const both = (): string[] => [...first.records, ...second.records].map(({ from }) => from);
    await eventually("both go on", () => [0, 1].every((partition) => both().includes(`${name}/${partition}/1`)));
    await Promise.all([first.stop(), second.stop()]);
  });

  test("leaves at once when it stops, so that another takes over without waiting for its session", async (t) => {
    const { send, source } = await lab(t, brokers);
    await send(["text"]);
    const first = startReader(source({ session: 30_000 }), { acking: false });
    await eventually("a batch in hand", () => first.batches.length === 1);
    const began = Date.now();
    await first.stop();
    assert.ok(Date.now() - began < 3000, "it left soon");
    const second = startReader(source({ session: 30_000 }));
    await eventually("the batch again", () => second.batches.length === 1, 10);
    await second.stop();
  });
});
