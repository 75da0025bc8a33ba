import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { canonical, type Fields } from "../../../src/index/json.ts";
import { stateOf } from "../../../src/index/operation.ts";
import { documentOf } from "../../../src/index/stores/elasticsearch/documents/document.ts";
import { merge } from "../../../src/index/merge.ts";
import { catalog, put, ROCKET } from "../worlds.ts";

const FIELDS = {
  owner: "p1",
  visibility: "shared",
  name: "Ärger in 22.04",
  stage: "1.10.0",
  size: 7,
  crewed: true,
  created_at: "2026-11-25T10:00:00Z",
  tags: ["a", "b"],
  properties: { os_distro: "ubuntu", cores: "4" },
  address: "10.0.0.1",
  crew: [{ name: "Ann", role: "pilot", age: 33 }],
  secret: "known to few",
};

test("documents look as they did; if this fails for a good reason, raise DOCUMENTS in document.ts, so that old ones are known as such", () => {
  const told = [put("r", FIELDS), put("r", { status: "accepted" }, 10, "members/p2")].map(stateOf);
  const state = told.reduce((a, b) => merge(a, b));
  const made = JSON.parse(documentOf(catalog.get(ROCKET)!, state, "state", 0)) as Record<string, unknown>;
  // The layout names definition and mapping: whatever changes there is known without this.
  const { layout: _, ...document } = made;
  const text = canonical(document as Fields); // the order of columns says nothing
  assert.deepEqual([1, createHash("sha256").update(text).digest("hex").slice(0, 16)], [1, "11e2829449085aa2"], text);
});
