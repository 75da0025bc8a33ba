import { spawn, type ChildProcessByStdio } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { eventually } from "../eventually.ts";
import { peakOf } from "./peak.ts";

const PROGRAM = new URL("../../bin/searchlight.js", import.meta.url).pathname;
const LEASH = new URL("leash.ts", import.meta.url).href;
const LOOK_MILLISECONDS = 100;
const SECONDS = { read: 90, end: 45 };
const LINES = 40;

/** The environment of a worker, beside ours. */
export type Settings = Readonly<Record<string, string>>;

/** `searchlight ingest`, looked after as a supervisor does: whatever ends it, it is started again. */
export type Worker = {
  /** Whether it has joined its group, and nothing has killed it since. */
  readonly reads: () => boolean;
  /** Kills it as a power cut does. */
  readonly kill: () => void;
  /** Ends it in order, for good, once it reads; its exit code. @throws when it comes to neither, with what it said last */
  readonly stop: () => Promise<number | null>;
  /** Ends it at once, for good, where the test does not come to its end. */
  readonly end: () => void;
  /** What it is at, and what it said last. */
  readonly state: () => string;
  /** How often it ended by itself, and the most that any of its lives had resident, in MiB; 0 where nothing tells. */
  readonly seen: { ends: number; mebibytes: number };
};

type Child = ChildProcessByStdio<Writable, null, Readable>;

const gone = (child: Child): boolean => child.exitCode !== null || child.signalCode !== null;

/** One life of a worker; `joined` once it reads. What it has to say that is not expected here is said. */
type Life = { readonly child: Child; joined: boolean };

function begin(settings: Settings, told: string[]): Life {
  const env = { ...process.env, SEARCHLIGHT_LOG_LEVEL: "info", ...settings };
  const child = spawn(process.execPath, ["--import", LEASH, PROGRAM, "ingest"], {
    env,
    stdio: ["pipe", "ignore", "pipe"],
  });
  const life: Life = { child, joined: false };
  createInterface(child.stderr).on("line", (line) => {
    if (line.includes("joined the consumer group")) life.joined = true;
    if (told.push(`${child.pid}: ${line}`) > LINES) told.shift();
    if (!/^\{"level":"(info|warn)"/.test(line)) console.error(line);
  });
  return life;
}

export function startWorker(settings: Settings): Worker {
  const seen = { ends: 0, mebibytes: 0 };
  const told: string[] = [];
  let life = begin(settings, told);
  const look = (): void => void (seen.mebibytes = Math.max(seen.mebibytes, peakOf(life.child.pid)));
  const looking = setInterval(() => {
    look();
    if (!gone(life.child)) return;
    if (life.child.signalCode !== "SIGKILL") seen.ends++;
    life = begin(settings, told);
  }, LOOK_MILLISECONDS);
  // A child that was killed is not gone before its exit is heard of.
  const reads = (): boolean => life.joined && !life.child.killed && !gone(life.child);
  const state = (): string =>
    [
      `process ${life.child.pid}, ${gone(life.child) ? "gone" : life.joined ? "reading" : "not reading yet"}; it said last:`,
      ...told,
    ].join("\n  ");
  return {
    seen,
    state,
    reads,
    kill: () => {
      look();
      life.child.kill("SIGKILL");
    },
    end: () => {
      clearInterval(looking);
      life.child.kill("SIGKILL");
    },
    stop: async () => {
      await eventually(() => `that it reads: ${state()}`, reads, SECONDS.read);
      clearInterval(looking);
      look();
      life.child.kill("SIGTERM");
      await eventually(
        () => `that it ends in order: ${state()}`,
        () => gone(life.child),
        SECONDS.end,
      );
      return life.child.exitCode;
    },
  };
}
