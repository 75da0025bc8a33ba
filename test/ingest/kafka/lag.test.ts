import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { kafkaLag } from "../../../src/ingest/kafka/lag.ts";
import { kafkaBrokers, NO_KAFKA } from "../../peers/kafka.ts";
import { freePort } from "../../peers/port.ts";
import { eventually } from "../../eventually.ts";
import { keptLog, lab, startReader } from "./lab.ts";

const brokers = kafkaBrokers() ?? [];

describe("how far a group is behind", { skip: brokers.length === 0 ? NO_KAFKA : false }, () => {
  test("is what each partition holds that was not acknowledged; a topic that does not exist holds nothing", async (t) => {
    const own = await lab(t, brokers, { partitions: 2 });
    await own.send(["a", "b", "c"], { partition: 0 });
    await own.send(["d"], { partition: 1 });
    const behind = async (): Promise<number[]> => {
      const lag = kafkaLag({ brokers, topics: [own.name, `${own.name}-none`], groupId: own.name, log: keptLog().log });
      const partitions = await lag();
      return partitions.toSorted((a, b) => a.partition - b.partition).map(({ records }) => records);
    };
    assert.deepEqual(await behind(), [3, 1]);
    const reader = startReader(own.source());
    t.after(() => reader.stop());
    await eventually(
      "all is acknowledged",
      async () => (await own.committed(0)) === 3 && (await own.committed(1)) === 1,
    );
    assert.deepEqual(await behind(), [0, 0]);
  });

  test("is not told while no broker answers, which the log says", async () => {
    const { log, lines } = keptLog();
    const lag = kafkaLag({ brokers: [`127.0.0.1:${await freePort()}`], topics: ["x"], groupId: "x", log });
    assert.deepEqual(await lag(), []);
    assert.match(lines.find(({ level }) => level === "warn")?.message ?? "", /do not tell/);
  });
});
