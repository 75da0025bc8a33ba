import assert from "node:assert/strict";
import { fork, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { CloudAccount } from "../../src/cloud/keystone.ts";
import type { TypeReport } from "../../src/cloud/sync.ts";

/** `npm run test:sync` takes 100,000. */
const IMAGES = Number(process.env["SYNC_IMAGES"] ?? 2000);
const MOST = 300e6;

const folder = mkdtempSync(join(tmpdir(), "searchlight-large-"));
const place = (name: string): string => new URL(`large/${name}.ts`, import.meta.url).pathname;
let cloud: ChildProcess;
let account: CloudAccount;

before(async () => {
  cloud = fork(place("cloud"), [String(IMAGES)]);
  account = await new Promise((resolve) => cloud.once("message", (told) => resolve(told as CloudAccount)));
});
after(() => {
  cloud.kill();
  rmSync(folder, { recursive: true });
});

type Told = { readonly listed: number } | { readonly report: TypeReport; readonly bytes: number };
type Ended = { readonly report: TypeReport; readonly bytes: number };

type Work = "open" | "fill" | "sync";

/** Runs a process of its own on an index; resolves with what it told, or undefined when it was killed after so many were listed. */
function run(data: string, work: Work, { killAfter = Infinity } = {}): Promise<Ended | undefined> {
  const of = work === "sync" ? JSON.stringify(account) : String(IMAGES);
  const child = fork(place("syncing"), [join(folder, data), work, of]);
  let ended: Ended | undefined;
  child.on("message", (told: Told) => {
    if ("bytes" in told) ended = told;
    else if (told.listed >= killAfter) child.kill("SIGKILL");
  });
  return new Promise((resolve) => child.once("exit", () => resolve(ended)));
}

const say = ({ report, bytes }: Ended, base?: number): string =>
  `${report.listed.toLocaleString("en")} listed (${report.resumed.toLocaleString("en")} before), ` +
  `${report.written.toLocaleString("en")} written in ${report.seconds.toFixed(1)} s: ` +
  `${Math.round((report.listed - report.resumed) / report.seconds).toLocaleString("en")} a second` +
  (base === undefined ? "" : `, ${((bytes - base) / 1e6).toFixed(0)} MB more than the index alone`);

describe(`a sync of ${IMAGES.toLocaleString("en")} images`, () => {
  for (const [what, alone, written] of [
    ["that the index lacks takes at most 300 MB more than filling the index", "fill", IMAGES],
    ["that the index has takes at most 300 MB more than opening the index, and writes nothing", "open", 0],
  ] as const)
    test(what, async (t) => {
      const base = (await run(alone === "fill" ? "filled" : "synced", alone))!.bytes;
      const one = (await run("synced", "sync"))!;
      t.diagnostic(say(one, base));
      assert.deepEqual([one.report.listed, one.report.written, one.report.problems], [IMAGES, written, []]);
      assert.ok(one.bytes - base < MOST, say(one, base));
    });

  test("killed in the middle goes on where it was", async (t) => {
    assert.equal(await run("killed", "sync", { killAfter: IMAGES / 2 }), undefined);
    const rest = await run("killed", "sync");
    t.diagnostic(say(rest!));
    assert.ok(rest!.report.resumed >= IMAGES / 2, `${rest!.report.resumed} had been listed`);
    assert.equal(rest!.report.listed, IMAGES);
    assert.ok(rest!.report.written <= IMAGES - rest!.report.resumed + 200, "what was written is not written again");
    assert.equal((await run("killed", "sync"))!.report.written, 0);
  });
});
