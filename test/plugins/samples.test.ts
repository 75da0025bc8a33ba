import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, test } from "node:test";
import { plugins } from "../../plugins/all.ts";
import { readNotification } from "../../src/ingest/notification.ts";
import { routerOf } from "../../src/ingest/router.ts";

/** A folder is a test. All of it came from running services, but for what the operations ought to be. */
const SAMPLES = join(import.meta.dirname, "../samples");

const read = (folder: string, name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8")) as unknown;
const folders = (name: string): string[] =>
  globSync(join(SAMPLES, "*/*", name))
    .map(dirname)
    .toSorted();

const title = (folder: string): string => {
  const [service, sample] = relative(SAMPLES, folder).split("/");
  return `${service}: ${sample}`;
};

/** Heat's own code sends these; making one takes an adopted stack, or a failure at the right moment. */
const NEVER_SEEN = [
  "orchestration.stack.adopt.end",
  "orchestration.stack.adopt.error",
  "orchestration.stack.adopt.start",
  "orchestration.stack.delete.error",
  "orchestration.stack.restore.error",
  "orchestration.stack.resume.error",
  "orchestration.stack.rollback.error",
  "orchestration.stack.snapshot.error",
  "orchestration.stack.suspend.error",
];

describe("a notification means what its sample says", () => {
  const route = routerOf(plugins);
  for (const folder of folders("message.json"))
    test(title(folder), () => {
      const value = Buffer.from(JSON.stringify(read(folder, "message.json")));
      const notification = readNotification({ value, from: folder, timestamp: 0 });
      assert.ok("payload" in notification, "it can be read");
      assert.deepEqual(route(notification), { operations: read(folder, "operations.json") });
    });

  test("every event type that a plugin reads and that a service was seen to send has a sample", () => {
    const seen = new Set(
      folders("message.json").map((folder) => (read(folder, "message.json") as { event_type: string }).event_type),
    );
    const unseen = plugins.flatMap(({ events }) => events).filter((event) => !seen.has(event));
    assert.deepEqual(unseen.toSorted(), NEVER_SEEN);
  });
});

describe("an answer of a service's list means what its sample says", () => {
  const context = { projectId: "6d6208eb126748ecb0b9579e72ec2d0f", observed: 1_795_380_000_000_000 };
  for (const folder of folders("answer.json"))
    test(title(folder), () => {
      const { type, item, told, next } = read(folder, "told.json") as Record<string, unknown>;
      const list = plugins.find((plugin) => plugin.type === type)?.list;
      assert.ok(list, "the type can be listed");
      const request = item && list.each ? list.each.request(item) : list.requests(["any"])[0]!;
      const answer = read(folder, "answer.json");
      const rows = request.items(answer);
      const all =
        item && list.each ? list.each.map(item, rows, context) : rows.flatMap((row) => list.map(row, context));
      assert.deepEqual(all, told);
      assert.equal(request.next?.(answer) ?? null, next);
    });
});
