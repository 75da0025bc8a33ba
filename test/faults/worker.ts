import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

const PROGRAM = new URL("../../bin/searchlight.js", import.meta.url).pathname;
const LOOK_MILLISECONDS = 100;

/** The environment of a worker, beside ours. */
export type Settings = Readonly<Record<string, string>>;

/** `searchlight ingest`, looked after as a supervisor does: whatever ends it, it is started again. */
export type Worker = {
  /** Kills it as a power cut does. */
  readonly kill: () => void;
  /** Ends it in order, for good, once it reads; its exit code. */
  readonly stop: () => Promise<number | null>;
  /** Ends it at once, for good, where the test does not come to its end. */
  readonly end: () => void;
  /** How often it ended by itself, and the most that any of its lives had resident, in MiB; 0 where nothing tells. */
  readonly seen: { ends: number; mebibytes: number };
};

/** The most that a process ever had resident, in MiB. */
function peakOf({ pid }: ChildProcess): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0; // it is gone, or this is no Linux
  }
}

const gone = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** One life of a worker; `joined` once it reads. What it has to say that is not expected here is said. */
type Life = { readonly child: ChildProcess; joined: boolean };

function begin(settings: Settings): Life {
  const env = { ...process.env, SEARCHLIGHT_LOG_LEVEL: "info", ...settings };
  const child = spawn(process.execPath, [PROGRAM, "ingest"], { env, stdio: ["ignore", "inherit", "pipe"] });
  const life: Life = { child, joined: false };
  createInterface(child.stderr).on("line", (line) => {
    if (line.includes("joined the consumer group")) life.joined = true;
    if (!/^\{"level":"(info|warn)"/.test(line)) console.error(line);
  });
  return life;
}

export function startWorker(settings: Settings): Worker {
  const seen = { ends: 0, mebibytes: 0 };
  let life = begin(settings);
  const look = (): void => void (seen.mebibytes = Math.max(seen.mebibytes, peakOf(life.child)));
  const looking = setInterval(() => {
    look();
    if (!gone(life.child)) return;
    if (life.child.signalCode !== "SIGKILL") seen.ends++;
    life = begin(settings);
  }, LOOK_MILLISECONDS);
  return {
    seen,
    kill: () => {
      look();
      life.child.kill("SIGKILL");
    },
    end: () => {
      clearInterval(looking);
      life.child.kill("SIGKILL");
    },
    stop: async () => {
      while (!life.joined || gone(life.child)) await sleep(LOOK_MILLISECONDS);
      clearInterval(looking);
      look();
      life.child.kill("SIGTERM");
      while (!gone(life.child)) await sleep(LOOK_MILLISECONDS);
      return life.child.exitCode;
    },
  };
}
