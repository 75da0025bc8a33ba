import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { plugins } from "../../plugins/all.ts";
import { sampleLaws, unsampled } from "../../src/kit/laws/samples.ts";
import { samplesIn } from "../../src/kit/samples.ts";

/** A folder is a test. All of it came from running services, but for what the operations ought to be. */
const samples = samplesIn(join(import.meta.dirname, "../samples"));

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

describe("what services send and list means what its sample says", () => {
  for (const { title, run } of sampleLaws(plugins, samples)) test(title, run);

  test("every event type that a plugin reads and that a service was seen to send has a sample", () => {
    assert.deepEqual(unsampled(plugins, samples), NEVER_SEEN);
  });
});
