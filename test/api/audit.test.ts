import assert from "node:assert/strict";
import { test } from "node:test";
import { createApp } from "../../src/api/app.ts";
import { ROCKET } from "../index/worlds.ts";
import { fleet, keptLog, partsOf } from "./world.ts";

/** What an administrator may ask of all projects, and a question of one's own. [address, body, whether it is audited]. */
const ASKED: [string, unknown, boolean][] = [
  ["/v1/search", { all_projects: true }, true],
  ["/v1/search", {}, false],
  ["/v1/search?all_projects=true", undefined, true],
  ["/v1/search/export", { all_projects: true }, true],
  ["/v1/search/facets?all_projects=true", undefined, true],
  ["/v1/search/facets", undefined, false],
  [`/v1/resources/${ROCKET}/r1`, undefined, true],
  [`/v1/resources/${ROCKET}/r1/related`, undefined, true],
  [`/v1/resources/${ROCKET}/none`, undefined, true],
];

const auditOf = async (token: string, path: string, body: unknown): Promise<unknown> => {
  const { log, lines } = keptLog();
  const app = createApp(await partsOf(fleet, { log }));
  const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const answer = await app.request(path, { ...init, headers: { "X-Auth-Token": token } });
  await answer.text();
  const [event] = lines.find(([, message]) => message === "request") ?? [];
  return event;
};

for (const [path, body, audited] of ASKED) {
  const what = `${path} ${body === undefined ? "" : JSON.stringify(body)}`;
  test(`the log says who asked ${audited ? "all projects" : "their own"}: ${what}`, async () => {
    const event = (await auditOf("admin", path, body)) as { audit?: string; userId: string; requestId: string };
    assert.equal(event.audit, audited ? "all projects" : undefined);
    assert.ok(event.userId && event.requestId);
  });
  test(`a member who wishes for all projects is answered from their own, and not audited: ${what}`, async () => {
    assert.equal(((await auditOf("p1", path, body)) as { audit?: string }).audit, undefined);
  });
}
