import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { until, type Server } from "./server.ts";
import type { Watched } from "./watchdog.ts";

const WATCHDOG = fileURLToPath(new URL("watchdog.ts", import.meta.url));

/** How to run a server as a process: what `watchdog.ts` runs, with which environment, and when it is up. */
export type Program = Watched & {
  readonly env: NodeJS.ProcessEnv;
  readonly up: () => Promise<boolean>;
  readonly seconds: number;
};

const tail = (file: string): string => readFileSync(file, "utf8").trimEnd().split("\n").slice(-30).join("\n");

const launch = async (program: Program): Promise<ChildProcess> => {
  const { env, up, seconds, ...watched } = program;
  const log = join(program.folder, "output.log");
  const output = openSync(log, "a");
  const dog = spawn(process.execPath, [WATCHDOG, JSON.stringify(watched)], {
    stdio: ["pipe", output, output],
    detached: true,
    env,
  });
  closeSync(output);
  // Neither the child nor its pipe may keep the test process alive: when that one ends, the pipe closes.
  dog.unref();
  if (dog.stdin !== null && "unref" in dog.stdin && typeof dog.stdin.unref === "function") dog.stdin.unref();
  const gone = (): boolean => dog.exitCode !== null || dog.signalCode !== null;
  await until(up, { seconds, ended: () => (gone() ? `ended early:\n${tail(log)}` : undefined) });
  return dog;
};

const ended = async (dog: ChildProcess, how: () => void): Promise<void> => {
  if (dog.exitCode !== null || dog.signalCode !== null) return;
  const exit = once(dog, "exit");
  dog.ref();
  how();
  await exit;
};

/** Starts a server as a process of this machine; resolves when it answers. @throws with the end of its output */
export const startProcess = async (address: string, origin: string, program: Program): Promise<Server> => {
  let dog = await launch(program);
  return {
    address,
    origin,
    kill: () => ended(dog, () => dog.kill("SIGTERM")),
    start: async () => {
      dog = await launch(program);
    },
    stop: () => ended(dog, () => dog.stdin?.destroy()),
  };
};
