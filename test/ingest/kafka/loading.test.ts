import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { kafkaDeadLetters } from "../../../src/ingest/dead-letters/kafka.ts";
import { kafkaBrokers, NO_KAFKA } from "../../peers/kafka.ts";
import { keptLog, lab } from "./lab.ts";

/** COORDINATOR_LOAD_IN_PROGRESS, which a broker answers that has only just begun. */
const LOADING = 14;
const inside = createRequire(import.meta.resolve("kafkajs"));
const broker = inside("./src/broker/index.js") as { readonly prototype: { joinGroup: () => Promise<unknown> } };
const { createErrorFromCode } = inside("./src/protocol/error.js") as { createErrorFromCode: (code: number) => Error };

const brokers = kafkaBrokers() ?? [];

test("dead letters are listed though the broker does not know its groups yet", async (t) => {
  if (brokers.length === 0) return t.skip(NO_KAFKA);
  const { name } = await lab(t, brokers);
  const letters = kafkaDeadLetters({ brokers, topic: name, groupId: `${name}-letters`, log: keptLog().log });
  t.after(() => letters.close());
  await letters.put([{ record: { value: Buffer.from("x"), from: "a/0/1", timestamp: 1 }, reason: "it is not JSON" }]);
  const join = broker.prototype.joinGroup;
  let refused = 0;
  t.mock.method(broker.prototype, "joinGroup", function joinLater(this: unknown, ...args: []) {
    if (++refused > 3) return join.apply(this as never, args);
    return Promise.reject(createErrorFromCode(LOADING));
  });
  const found: string[] = [];
  for await (const { record } of letters.all()) found.push(record.from);
  assert.deepEqual(found, ["a/0/1"]);
  assert.ok(refused > 3);
});
