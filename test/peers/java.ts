import { execFile } from "node:child_process";
import { readdir, realpath } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

const candidates = async (): Promise<readonly string[]> => {
  const installed = await readdir("/usr/lib/jvm").catch(() => []);
  const homes = [process.env["JAVA_HOME"] ?? "", ...installed.map((name) => join("/usr/lib/jvm", name))];
  const onPath = (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, "java"));
  const all = [...homes.filter((home) => home !== "").map((home) => join(home, "bin/java")), ...onPath];
  const real = await Promise.all(all.map((file) => realpath(file).catch(() => undefined)));
  return [...new Set(real.filter((file) => file !== undefined))];
};

const majorOf = async (java: string): Promise<number> => {
  const output = await run(java, ["-version"], { timeout: 10_000 }).catch(() => ({ stderr: "" }));
  return Number(/version "(\d+)/.exec(output.stderr)?.[1] ?? 0);
};

/** The home of the newest JDK from version `least` up to `most`, from JAVA_HOME, /usr/lib/jvm and PATH. */
export const javaHome = async (least: number, most = Infinity): Promise<string | undefined> => {
  const files = await candidates();
  const found = await Promise.all(files.map(async (file) => ({ file, major: await majorOf(file) })));
  const best = found.filter(({ major }) => major >= least && major <= most).toSorted((a, b) => b.major - a.major)[0];
  return best === undefined ? undefined : dirname(dirname(best.file));
};
