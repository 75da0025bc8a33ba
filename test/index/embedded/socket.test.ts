import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import fc from "fast-check";
import { frameOf } from "../../../src/index/stores/embedded/socket/frames.ts";
import { socketOf } from "../../../src/index/stores/embedded/socket/path.ts";
import { embeddedStore } from "../../../src/index/stores/embedded/store.ts";
import type { IndexStore } from "../../../src/index/store.ts";
import { admin, asking, put, ROCKET, states } from "../worlds.ts";
import { definitions, directoryOf, everythingSaid, opened, rockets } from "./directory.ts";

const total = async (store: IndexStore): Promise<number> =>
  (await store.search(asking({ kind: "all" }), admin())).total;

/** A directory with its writer, and a store that writes through it. */
async function shared(t: TestContext): Promise<{ directory: string; writer: IndexStore; guest: IndexStore }> {
  const directory = directoryOf(t);
  const writer = await opened(t, directory);
  return { directory, writer, guest: await opened(t, directory, { beside: true }) };
}

/** Sends bytes to a writer's socket as they are, and resolves to what it said until it hung up, or for a moment. */
async function sent(directory: string, bytes: Uint8Array): Promise<string> {
  const socket = createConnection(socketOf(directory));
  let said = "";
  socket.on("data", (chunk: Buffer) => (said += chunk.toString("latin1")));
  await once(socket, "connect");
  socket.write(bytes);
  socket.end();
  await once(socket, "close");
  return said;
}

test("what is written through the writer is on disk, and both find it; what does not fit is rejected alone, with the reason", async (t) => {
  const { writer, guest } = await shared(t);
  const deep = JSON.parse("[".repeat(100_000) + "]".repeat(100_000)) as never;
  const outcomes = await guest.apply([
    put("r1", { owner: "p1" }),
    put("x", {}, 10, "self", "Test::Acme::Unheard"),
    put("y", { owner: "p1", properties: { deep } }),
    put("r2", { owner: "p1", name: "\ud800 é\u2028" }),
  ]);
  assert.deepEqual(
    outcomes.map(({ stored }) => stored),
    [true, false, false, true],
  );
  assert.match(JSON.stringify(outcomes[1]), /'Test::Acme::Unheard' is not in the list/);
  assert.deepEqual([await total(writer), await total(guest)], [2, 2]);
  assert.deepEqual(await states(writer), await states(guest));
});

test("a batch larger than any message is stored whole, beside what the writer writes itself", async (t) => {
  const { writer, guest } = await shared(t);
  const [own, theirs] = await Promise.all([writer.apply(rockets(2500, 5000)), guest.apply(rockets(5000))]);
  assert.ok([...own, ...theirs].every(({ stored }) => stored));
  assert.equal(theirs.length, 5000);
  await guest.refresh();
  assert.deepEqual([await total(guest), theirs.length], [7500, 5000]);
});

test("purging and noting how fresh the index is go through the writer too, and readiness is its", async (t) => {
  const { writer, guest } = await shared(t);
  await guest.ready();
  await guest.note({ asOf: 5, sources: [{ source: "t/0", position: 7, newest: undefined, at: 9 }] });
  assert.deepEqual(await writer.freshness(), { asOf: 5, sources: [{ source: "t/0", position: 7, at: 9 }] });
  await guest.apply([{ ...put("r1", {}), kind: "remove", final: true } as never]);
  assert.equal(await guest.purge((Date.now() + 60_000) * 1000), 1);
});

test("where nobody writes, it writes itself; and the next is let in through it", async (t) => {
  const directory = directoryOf(t);
  const first = await opened(t, directory, { beside: true });
  const second = await opened(t, directory, { beside: true });
  await Promise.all([first.apply(rockets(10)), second.apply(rockets(10, 10))]);
  assert.deepEqual([await total(first), await total(second)], [20, 20]);
  await assert.rejects(embeddedStore({ directory, definitions }), { code: "store-locked" });
});

test("when the writer closes, what it was asked is done first; the guest then writes itself, or through the next", async (t) => {
  const { directory, writer, guest } = await shared(t);
  const asked = guest.apply(rockets(3000));
  await new Promise((resolve) => setTimeout(resolve, 20));
  const [outcomes] = await Promise.allSettled([asked, writer.close()]);
  if (outcomes.status === "rejected") assert.equal((outcomes.reason as { code: string }).code, "store-unavailable");
  const next = await opened(t, directory);
  assert.ok((await guest.apply(rockets(3000))).every(({ stored }) => stored));
  await assert.rejects(embeddedStore({ directory, definitions }), { code: "store-locked" });
  await next.close();
  assert.ok(
    (await guest.apply(rockets(10, 3000))).every(({ stored }) => stored),
    "it writes itself by now",
  );
  await guest.refresh();
  assert.equal(await total(guest), 3010);
});

test("the socket is its owner's alone, in a folder that nobody else may enter", async (t) => {
  const { directory } = await shared(t);
  const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);
  assert.deepEqual([mode(socketOf(directory)), mode(join(directory, "writer"))], ["600", "700"]);
});

const call = (method: string, ...args: unknown[]): Buffer => frameOf({ id: 1, method, args });
const head = (length: number): Buffer =>
  Buffer.from([length >>> 24, length >>> 16, length >>> 8, length].map((n) => n & 255));

/** [what is sent, the bytes, what is said to it]. */
const HOSTILE: [string, Uint8Array, RegExp][] = [
  ["nothing", Buffer.alloc(0), /searchlight writer 1"\}$/],
  ["half a length", Buffer.from([0, 0]), /searchlight writer 1"\}$/],
  ["half a message", call("apply", rockets(1)).subarray(0, -1), /searchlight writer 1"\}$/],
  ["a length beyond all bounds", head(0xffffffff), /a message of 4294967295 bytes is more than/],
  ["what is no JSON", Buffer.concat([head(3), Buffer.from("{-}")]), /a message is not JSON/],
  ["bytes that are no text", Buffer.concat([head(2), Buffer.from([0xff, 0xfe])]), /a message is not JSON/],
  ["a message that is no call", frameOf(null), /no call that a writer takes/],
  ["a call without a number", frameOf({ method: "ready", args: [] }), /id \(invalid_type\)/],
  ["a method that is not for others: close", call("close"), /no call that a writer takes: method/],
  ["a method that is not for others: mark", call("mark", "token"), /no call that a writer takes: method/],
  ["a method that everything has", call("constructor"), /no call that a writer takes: method/],
  ["operations that are none", call("apply", [{ kind: "put" }]), /args\.0\.0\.ref/],
  ["fields that are no fields", call("apply", [{ ...rockets(1)[0], fields: ["x"] }]), /args\.0\.0\.fields/],
  ["a time that is none", call("apply", [{ ...rockets(1)[0], stamp: { source: null, observed: 1 } }]), /stamp\.source/],
  ["a text where a number should be", call("purge", "9e99"), /args\.0 \(invalid_type\)/],
];
for (const [what, bytes, said] of HOSTILE) {
  test(`harms nobody and stores nothing: ${what}`, async (t) => {
    const { directory, guest } = await shared(t);
    assert.match(await sent(directory, bytes), said);
    assert.deepEqual(await states(guest), []);
    assert.deepEqual(await guest.apply(rockets(1)), [{ stored: true }]);
  });
}

test("names that JavaScript gives a meaning are names", async (t) => {
  const { writer, guest } = await shared(t);
  const odd = JSON.parse('{"owner":"p1","properties":{"__proto__":"x","constructor":"y"}}') as never;
  const told = [put("__proto__", odd), put("r1", odd, 10, "__proto__")];
  assert.deepEqual(await guest.apply(told), [{ stored: true }, { stored: true }]);
  assert.equal((await states(writer)).length, 2);
});

test("any bytes, and any call cut or changed anywhere, leave the writer as it was", async (t) => {
  const { directory, writer, guest } = await shared(t);
  const before = await everythingSaid(writer);
  const valid = call("apply", [put("r1", { owner: "p1" })]);
  const changed = fc
    .tuple(fc.nat(valid.length - 1), fc.integer({ min: 0, max: 255 }), fc.nat(valid.length - 1))
    .map(([at, byte, cut]) => {
      const bytes = Buffer.from(valid);
      bytes[at] = byte;
      return bytes.subarray(0, cut);
    });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }), changed), async (bytes) => {
      await sent(directory, bytes);
    }),
    { numRuns: 200 },
  );
  assert.deepEqual(await everythingSaid(writer), before);
  assert.deepEqual(await guest.apply(rockets(1)), [{ stored: true }]);
});

test("more connections than there is room for are turned away, and those that are there go on", async (t) => {
  const { directory, guest } = await shared(t);
  const idle = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const socket = createConnection(socketOf(directory)).on("error", () => undefined);
      await once(socket, "connect");
      return socket;
    }),
  );
  assert.deepEqual(await guest.apply(rockets(1)), [{ stored: true }]);
  for (const socket of idle) socket.destroy();
  const another = await opened(t, directory, { beside: true });
  assert.deepEqual(await another.apply(rockets(1, 1)), [{ stored: true }]);
});

test("where there can be no socket the writer says so and writes; others are refused in words", async (t) => {
  const directory = join(directoryOf(t), "long".repeat(30));
  const program = `
    const { embeddedStore } = await import(${JSON.stringify(import.meta.resolve("../../../src/index/stores/embedded/store.ts"))});
    const options = { directory: ${JSON.stringify(directory)}, definitions: new URL(${JSON.stringify(definitions.href)}) };
    const writer = await embeddedStore(options);
    await embeddedStore({ ...options, beside: true }).catch(({ code, message }) => console.log(code, message));
    await writer.close();`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" });
  assert.match(stderr, /other processes cannot write to the index while this one does/);
  assert.match(stdout, /^store-locked process \d+ is writing/);
});

test("a file that lies where the socket should be is in nobody's way", async (t) => {
  const directory = directoryOf(t);
  mkdirSync(join(directory, "writer"));
  writeFileSync(socketOf(directory), "what is this?");
  const alone = await opened(t, directory, { beside: true });
  assert.deepEqual(await alone.apply(rockets(1)), [{ stored: true }]);
  const guest = await opened(t, directory, { beside: true });
  assert.deepEqual(await guest.apply(rockets(1, 1)), [{ stored: true }]);
  assert.ok(await alone.get({ type: ROCKET, id: "r1" }, admin()));
});
