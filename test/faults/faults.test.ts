import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test, type TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { eventually } from "../eventually.ts";
import type { Absent } from "../peers/server.ts";
import { random } from "../traffic.ts";
import { blowsOf } from "./blows.ts";
import { caughtUp, judged } from "./crew.ts";
import { crewsOf } from "./crews.ts";
import { ground, swept, type Ground } from "./ground.ts";
import { events, MEBIBYTES, resources, seeds } from "./plan.ts";
import { recordsOf } from "./records.ts";
import { wayTo } from "./storm.ts";
import { createTopic } from "./topic.ts";
import { textOf, truthOf } from "./truth.ts";
import { startWorker } from "./worker.ts";

async function survive(t: TestContext, on: Ground, seed: number): Promise<void> {
  const began = Date.now();
  const say = (what: string): void =>
    t.diagnostic(`seed ${seed}, ${Math.round((Date.now() - began) / 1000)} s: ${what}`);
  const next = random(seed);
  const topicName = `faults-${process.pid}-${seed}`;
  const records = recordsOf(events, resources, seed);
  const truth = await truthOf(records.all);
  assert.deepEqual(truth.rejected, records.poison.map(textOf).toSorted(), "nothing but the poison cannot be used");
  const topic = await createTopic(on.broker.address, topicName);
  const way = await wayTo(on.cluster);
  t.after(async () => {
    await way.close();
    await swept(on.cluster, topicName);
  });
  const crews = crewsOf(t, on, way, topicName);
  const strikes = blowsOf(on, way, crews, next);
  const share = Math.ceil(records.all.length / strikes.length);
  for (const [i, { name, fall }] of strikes.entries()) {
    // No blow falls on idle workers: each follows its share of the records.
    await topic.send(records.all.slice(i * share, (i + 1) * share), next);
    await sleep(next() * 2000);
    say(name);
    await fall();
  }
  say("all is sent");
  const said = await Promise.all(
    crews.map(async (crew) => {
      await caughtUp(crew, topic);
      say(`${crew.name} has caught up`);
      return judged(crew, truth, on.broker.address);
    }),
  );
  say(
    `${records.all.length} records, ${strikes.length} blows, ${truth.states.length} states, ` +
      `${truth.rejected.length} dead letters; ${said.join("; ")}`,
  );
}

describe("workers that are killed at random, while the broker restarts and Elasticsearch refuses", () => {
  let on: Ground | Absent;
  before(async () => {
    on = await ground();
  });
  after(async () => {
    if ("absent" in on) return;
    await Promise.all([on.broker.stop(), on.node?.stop()]);
  });

  test("a worker that was killed a moment ago is started again, and only then ended in order", async (t) => {
    if ("absent" in on) return t.skip(on.absent);
    const topic = `faults-${process.pid}-moment`;
    await createTopic(on.broker.address, topic);
    const data = mkdtempSync(join(tmpdir(), "searchlight-faults-"));
    const kafka = { KAFKA_BROKERS: on.broker.address, KAFKA_TOPICS: topic, KAFKA_SESSION_SECONDS: "6" };
    const worker = startWorker({ ...kafka, SEARCHLIGHT_DATA: data });
    t.after(() => {
      worker.end();
      rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    });
    await eventually("that it reads", worker.reads, 90);
    worker.kill();
    assert.equal(await worker.stop(), 0);
  });

  for (const seed of seeds)
    test(`leave every index the fold of all events, every poison in the dead letters, each in ${MEBIBYTES} MiB (FAULTS_SEED=${seed})`, async (t) => {
      if ("absent" in on) return t.skip(on.absent);
      await survive(t, on, seed);
    });
});
