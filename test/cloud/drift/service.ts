import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { reach } from "../../../src/ingest/kafka/reach.ts";
import { createLog } from "../../../src/log.ts";

const PROGRAM = new URL("../../../bin/searchlight.js", import.meta.url).pathname;

/** The program with a store of its own; it runs as a service, or a command at a time. */
export type Side = {
  readonly name: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Where it answers; undefined while it is stopped. */
  readonly url: () => string | undefined;
  /** What a command says, and whether it ended well. */
  run(...args: readonly string[]): Promise<{ readonly out: string; readonly ok: boolean }>;
  /** Resolves when all that is on its topic was read. */
  caughtUp(): Promise<void>;
};

export type SideOptions = {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  readonly brokers: readonly string[];
  readonly topic: string;
};

async function textOf(child: ChildProcess): Promise<{ out: string; ok: boolean }> {
  let out = "";
  for (const stream of [child.stdout!, child.stderr!]) stream.on("data", (chunk: Buffer) => (out += chunk.toString()));
  const [code] = (await once(child, "exit")) as [number | null];
  return { out, ok: code === 0 };
}

export function sideOf({ name, env, brokers, topic }: SideOptions): Side {
  const groupId = `${topic}.${name}`;
  const all = {
    ...process.env,
    ...env,
    KAFKA_BROKERS: brokers.join(","),
    KAFKA_TOPICS: topic,
    KAFKA_GROUP: groupId,
    KAFKA_DEAD_LETTER_TOPIC: `${groupId}.dead`,
    SEARCHLIGHT_PORT: "0",
    SEARCHLIGHT_SYNC_MINUTES: "0",
  };
  let child: ChildProcess | undefined;
  let url: string | undefined;
  return {
    name,
    url: () => url,
    async start() {
      const started = spawn(process.execPath, [PROGRAM, "serve"], { env: { ...all, SEARCHLIGHT_LOG_LEVEL: "info" } });
      child = started;
      url = await new Promise((resolve, reject) => {
        let said = "";
        const hear = (chunk: Buffer): void => {
          said += chunk.toString();
          const up = /"url":"([^"]+)".*searchlight is up/.exec(said)?.[1];
          if (up !== undefined) resolve(up);
        };
        started.stdout.on("data", hear);
        started.stderr.on("data", hear);
        started.once("exit", (code) => reject(new Error(`${name} ended with ${code}: ${said.slice(-2000)}`)));
      });
    },
    async stop() {
      if (!child) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
      child = url = undefined;
    },
    run: (...args) =>
      textOf(spawn(process.execPath, [PROGRAM, ...args], { env: { ...all, SEARCHLIGHT_LOG_LEVEL: "warn" } })),
    async caughtUp() {
      for (let tries = 0; tries < 120; tries++) {
        const { behind } = await reach({ brokers, topics: [topic], groupId }, createLog("silent"));
        if (behind.length > 0 && behind.every(({ records }) => records === 0)) return;
        await sleep(500);
      }
      throw new Error(`${name} does not read its topic to the end`);
    },
  };
}
