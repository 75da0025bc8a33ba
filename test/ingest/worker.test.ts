import assert from "node:assert/strict";
import { test } from "node:test";
import { SearchlightError } from "../../src/errors.ts";
import { memoryStore } from "../../src/index/stores/memory.ts";
import { indexerScope } from "../../src/index/scope.ts";
import type { IndexStore } from "../../src/index/store.ts";
import type { DeadLetter, DeadLetters } from "../../src/ingest/dead-letter.ts";
import { brakeAfter } from "../../src/ingest/brake.ts";
import { createCircuit } from "../../src/ingest/circuit.ts";
import { routerOf, type Router } from "../../src/ingest/router.ts";
import type { NotificationSource, SourceRecord } from "../../src/ingest/source.ts";
import { work, type WorkerParts } from "../../src/ingest/worker.ts";
import { createLog } from "../../src/log.ts";
import { put, remove, stamp, type ResourcePlugin } from "../../src/plugin.ts";
import { plugins } from "../index/contract-types.ts";
import { catalog, ROCKET } from "../index/worlds.ts";

const rocket: ResourcePlugin = {
  ...plugins.find(({ type }) => type === ROCKET)!,
  events: ["rocket.launch", "rocket.land", "rocket.broken"],
  apply: ({ eventType, payload, observed }) => {
    const { id, ...fields } = payload as { id: string };
    if (eventType === "rocket.broken") throw new TypeError(`secret ${id}`);
    return eventType === "rocket.land"
      ? [remove(id, stamp(observed), { final: true })]
      : [put(id, fields, stamp(observed))];
  },
};
const record = (event: string, payload: unknown, from = event): SourceRecord => ({
  value: Buffer.from(JSON.stringify({ event_type: event, payload })),
  from,
  timestamp: 5,
});

/** A source that hands out these batches, and notes which were acknowledged. */
function sourceOf(batches: readonly SourceRecord[][], acked: number[]): NotificationSource {
  return {
    async *batches(signal) {
      for (const [i, records] of batches.entries()) {
        if (signal.aborted) return;
        yield { records, ack: async () => void acked.push(i) };
      }
    },
    async close() {},
  };
}

const graveyard = (letters: DeadLetter[]): Pick<DeadLetters, "put"> => ({
  put: async (more) => void letters.push(...more),
});

/** A store that is away for its first `times` calls. */
function awayFor(times: number, store: IndexStore): Pick<IndexStore, "apply"> {
  let left = times;
  return {
    apply: async (operations) => {
      if (left-- > 0) throw new SearchlightError("store-unavailable", "away");
      return store.apply(operations);
    },
  };
}

function parts(batches: readonly SourceRecord[][], store: Pick<IndexStore, "apply">) {
  const acked: number[] = [];
  const letters: DeadLetter[] = [];
  const all: WorkerParts = {
    source: sourceOf(batches, acked),
    route: routerOf([rocket]),
    store,
    deadLetters: graveyard(letters),
    log: createLog("silent"),
    backoff: { least: 1, most: 2 },
  };
  return { all, acked, letters };
}

const idsOf = async (store: IndexStore): Promise<string[]> =>
  (await Array.fromAsync(store.scan(ROCKET, indexerScope()))).map(({ ref }) => ref.id);

test("a batch is stored, then acknowledged; what says nothing of a resource is ignored", async () => {
  const store = memoryStore(catalog);
  const { all, acked } = parts(
    [
      [record("rocket.launch", { id: "a" }), record("identity.authenticate", "x")],
      [record("rocket.land", { id: "b" })],
    ],
    store,
  );
  assert.deepEqual(await work(all, new AbortController().signal), { read: 3, stored: 2, ignored: 1, rejected: 0 });
  assert.deepEqual(acked, [0, 1]);
  assert.deepEqual(await idsOf(store), ["a", "b"]);
});

test("a record that cannot be used goes to the dead letters with its reason, and nothing else stops", async () => {
  const store = memoryStore(catalog);
  const { all, letters } = parts(
    [
      [
        { ...record("x", 1), value: Buffer.from("{") },
        record("rocket.broken", { id: "s3cret" }),
        record("rocket.launch", { id: "a" }),
      ],
    ],
    store,
  );
  await work(all, new AbortController().signal);
  assert.deepEqual(
    letters.map(({ reason }) => reason),
    ["the record is not JSON", "rocket.broken: the plugin failed with a TypeError"],
  );
  assert.deepEqual(await idsOf(store), ["a"]);
});

test("while the store is away the batch waits unacknowledged, then nothing is missing", async () => {
  const store = memoryStore(catalog);
  const { all, acked } = parts([[record("rocket.launch", { id: "a" })]], awayFor(3, store));
  await work(all, new AbortController().signal);
  assert.deepEqual([acked, await idsOf(store)], [[0], ["a"]]);
});

test("while tries fail one after another the trouble is told, and is over with the first that succeeds", async () => {
  const circuit = createCircuit();
  const told: (string | undefined)[] = [];
  const { all } = parts([[record("rocket.launch", { id: "a" })]], awayFor(4, memoryStore(catalog)));
  await work({ ...all, circuit, onRetry: () => told.push(circuit.trouble()) }, new AbortController().signal);
  assert.deepEqual([told, circuit.trouble()], [[undefined, undefined, "away", "away"], undefined]);
});

test("a run of records that cannot be used is neither buried nor acknowledged, until a repaired plugin can use them", async () => {
  const store = memoryStore(catalog);
  const batch = ["a", "b", "c"].map((id) => record("rocket.launch", { id }));
  const { all, acked, letters } = parts([batch], store);
  const circuit = createCircuit();
  let repaired = false;
  const route: Router = (notification) => (repaired ? all.route(notification) : { unusable: "broken" });
  const onRetry = (): void => {
    assert.deepEqual([acked, letters], [[], []]);
    repaired = circuit.trouble() !== undefined;
  };
  await work({ ...all, route, circuit, brake: brakeAfter(3), onRetry }, new AbortController().signal);
  assert.deepEqual([acked, letters, await idsOf(store)], [[0], [], ["a", "b", "c"]]);
});

test("stopping while the store is away leaves the batch unacknowledged", async () => {
  const { all, acked } = parts([[record("rocket.launch", { id: "a" })]], awayFor(Infinity, memoryStore(catalog)));
  await assert.rejects(work(all, AbortSignal.timeout(30)), { name: "TimeoutError" });
  assert.deepEqual(acked, []);
});

test("stopping while a batch is being stored finishes and acknowledges it", async () => {
  const stop = new AbortController();
  const store = memoryStore(catalog);
  const slow: Pick<IndexStore, "apply"> = { apply: async (operations) => (stop.abort(), store.apply(operations)) };
  const { all, acked } = parts([[record("rocket.launch", { id: "a" })], [record("rocket.launch", { id: "b" })]], slow);
  await work(all, stop.signal);
  assert.deepEqual([acked, await idsOf(store)], [[0], ["a"]]);
});

test("with two lanes a batch whose store takes long does not keep the next from being stored and acknowledged", async () => {
  const store = memoryStore(catalog);
  const second = Promise.withResolvers<void>();
  const slow: Pick<IndexStore, "apply"> = {
    apply: async (operations) => {
      if (operations[0]!.ref.id === "a") await second.promise;
      return store.apply(operations);
    },
  };
  const { all, acked } = parts([[record("rocket.launch", { id: "a" })], [record("rocket.launch", { id: "b" })]], slow);
  const onBatch = (): void => second.resolve();
  await work({ ...all, lanes: 2, onBatch }, new AbortController().signal);
  assert.deepEqual(
    [acked, (await idsOf(store)).toSorted()],
    [
      [1, 0],
      ["a", "b"],
    ],
  );
});

test("what no try can store ends the worker, with two lanes too, and acknowledges nothing of it", async () => {
  const broken: Pick<IndexStore, "apply"> = { apply: () => Promise.reject(new TypeError("a defect")) };
  const { all, acked } = parts(
    [[record("rocket.launch", { id: "a" })], [record("rocket.launch", { id: "b" })]],
    broken,
  );
  await assert.rejects(work({ ...all, lanes: 2 }, new AbortController().signal), /a defect/);
  assert.deepEqual(acked, []);
});
