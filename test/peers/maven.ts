import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { messageOf } from "../../src/errors.ts";
import { kept } from "./cache.ts";

const PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1";
const MINUTES = 10;

const maven = async (folder: string, args: readonly string[]): Promise<void> => {
  const options = { cwd: folder, timeout: MINUTES * 60_000, maxBuffer: 16 * 1024 * 1024 };
  await promisify(execFile)("mvn", ["-q", "-B", ...args], options).catch((error: unknown) => {
    const { code, stdout } = error as { readonly code?: unknown; readonly stdout?: string };
    if (code === "ENOENT") throw new Error("Maven (mvn) is not installed", { cause: error });
    const first = /ERROR[^ ]* (.*)/.exec(stdout ?? "")?.[1] ?? messageOf(error);
    throw new Error(`Maven failed: ${first}`, { cause: error });
  });
};

/** The folder of the jars of a POM's runtime dependencies, fetched once. `name` names it, versions and all. */
export const jarsOf = (name: string, pom: string): Promise<string> =>
  kept(name, async (folder) => {
    await writeFile(join(folder, "pom.xml"), pom);
    await maven(folder, [`${PLUGIN}:copy-dependencies`, "-DincludeScope=runtime", "-DoutputDirectory=."]);
  });

/** The folder in which the archive of coordinates `group:artifact:version:zip` is unpacked, fetched once. */
export const unpacked = (name: string, coordinates: string): Promise<string> =>
  kept(name, (folder) => maven(folder, [`${PLUGIN}:unpack`, `-Dartifact=${coordinates}`, "-DoutputDirectory=."]));
