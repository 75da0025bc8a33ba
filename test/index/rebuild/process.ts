import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

const PROGRAM = new URL("./rebuilding.ts", import.meta.url).pathname;

/**
 * When a rebuild is killed. `at`: while it stands still at this step. `after`: when something else has happened. `late`: so
 * many milliseconds after its second step, if it still lives then.
 */
export type Death = { readonly at: number } | { readonly after: Promise<unknown> } | { readonly late: number };

const LAST = 2;

const endsOf = (death: Death | undefined): readonly (string | number | null)[] => {
  if (death === undefined) return [0];
  return "late" in death ? [0, "SIGKILL"] : ["SIGKILL"];
};

/** Runs a rebuild in a process of its own, which must end as it should: killed, or well. */
export async function rebuilding([where, prefix]: readonly [string, string?], death?: Death): Promise<void> {
  const still = death && "at" in death ? death.at : 0;
  const args = [PROGRAM, where, String(still), ...(prefix === undefined ? [] : [prefix])];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const gone = once(child, "exit");
  const kill = (): void => void child.kill("SIGKILL");
  createInterface(child.stdout).on("line", (line) => {
    if (Number(line) === still) kill();
    if (death && "late" in death && Number(line) === LAST) setTimeout(kill, death.late);
  });
  if (death && "after" in death) void death.after.then(kill);
  await gone;
  assert.ok(endsOf(death).includes(child.signalCode ?? child.exitCode), `${child.signalCode} ${child.exitCode}`);
}
