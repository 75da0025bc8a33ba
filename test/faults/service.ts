import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { eventually } from "../eventually.ts";
import { peakOf } from "./peak.ts";
import type { Settings } from "./worker.ts";

const PROGRAM = new URL("../../bin/searchlight.js", import.meta.url).pathname;
const LEASH = new URL("leash.ts", import.meta.url).href;
const SECONDS = { up: 60, end: 45 };

/** `searchlight serve` as a process. */
export type Service = {
  /** Where its API answers, and where its metrics. */
  readonly url: string;
  readonly metrics: string;
  /** The most that it had resident so far, in MiB. */
  readonly peak: () => number;
  /** Ends it in order; its exit code. */
  readonly stop: () => Promise<number | null>;
  readonly end: () => void;
};

type Up = { readonly url: string; readonly metrics: string };

/** Starts it; resolves when it answers. @throws when it does not, with all that it said */
export async function startService(settings: Settings): Promise<Service> {
  const env = {
    ...process.env,
    SEARCHLIGHT_LOG_LEVEL: "info",
    SEARCHLIGHT_PORT: "0",
    SEARCHLIGHT_METRICS_PORT: "0",
    ...settings,
  };
  const child = spawn(process.execPath, ["--import", LEASH, PROGRAM, "serve"], {
    env,
    stdio: ["pipe", "ignore", "pipe"],
  });
  const said: string[] = [];
  let up: Up | undefined;
  createInterface(child.stderr).on("line", (line) => {
    if (line.includes("searchlight is up")) up = JSON.parse(line) as Up;
    if (said.push(line) > 200) said.shift();
  });
  const gone = (): boolean => child.exitCode !== null || child.signalCode !== null;
  await eventually(
    () => `the service answers: ${said.join("\n")}`,
    () => up !== undefined || gone(),
    SECONDS.up,
  );
  if (up === undefined) throw new Error(`the service ended with ${child.exitCode}: ${said.join("\n")}`);
  let peak = 0;
  const look = (): number => (peak = Math.max(peak, peakOf(child.pid)));
  return {
    ...up,
    peak: look,
    end: () => void child.kill("SIGKILL"),
    stop: async () => {
      look();
      child.kill("SIGTERM");
      await eventually(() => `the service ends in order: ${said.join("\n")}`, gone, SECONDS.end);
      if (child.stderr.readable) await once(child.stderr, "close");
      return child.exitCode;
    },
  };
}
