import { execFile } from "node:child_process";
import { access, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { messageOf } from "../../src/errors.ts";

const PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1";
const MINUTES = 10;

/**
 * Where servers are kept between runs. Root's is not below its home: Elasticsearch refuses to run as root, and the user
 * that it runs as instead may not enter there.
 */
const cacheFolder = (): string =>
  process.env["SEARCHLIGHT_TEST_CACHE"] ??
  (process.getuid?.() === 0 ? "/var/cache/searchlight-test" : join(homedir(), ".cache/searchlight-test"));

const maven = async (folder: string, args: readonly string[]): Promise<void> => {
  const options = { cwd: folder, timeout: MINUTES * 60_000, maxBuffer: 16 * 1024 * 1024 };
  await promisify(execFile)("mvn", ["-q", "-B", ...args], options).catch((error: unknown) => {
    const { code, stdout } = error as { readonly code?: unknown; readonly stdout?: string };
    if (code === "ENOENT") throw new Error("Maven (mvn) is not installed", { cause: error });
    const first = /ERROR[^ ]* (.*)/.exec(stdout ?? "")?.[1] ?? messageOf(error);
    throw new Error(`Maven failed: ${first}`, { cause: error });
  });
};

// Filled aside and renamed when complete, so that an interrupted or a second run finds all of it or nothing.
const kept = async (name: string, fill: (folder: string) => Promise<void>): Promise<string> => {
  const cache = cacheFolder();
  const target = join(cache, name);
  if (await exists(target)) return target;
  await mkdir(cache, { recursive: true, mode: 0o755 });
  const aside = await mkdtemp(join(cache, ".filling-"));
  try {
    await mkdir(join(aside, "content"), { mode: 0o755 });
    await fill(join(aside, "content"));
    await rename(join(aside, "content"), target).catch(async (error: unknown) => {
      if (!(await exists(target))) throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return target;
};

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** The folder of the jars of a POM's runtime dependencies, fetched once. `name` names it, versions and all. */
export const jarsOf = (name: string, pom: string): Promise<string> =>
  kept(name, async (folder) => {
    await writeFile(join(folder, "pom.xml"), pom);
    await maven(folder, [`${PLUGIN}:copy-dependencies`, "-DincludeScope=runtime", "-DoutputDirectory=."]);
  });

/** The folder in which the archive of coordinates `group:artifact:version:zip` is unpacked, fetched once. */
export const unpacked = (name: string, coordinates: string): Promise<string> =>
  kept(name, (folder) => maven(folder, [`${PLUGIN}:unpack`, `-Dartifact=${coordinates}`, "-DoutputDirectory=."]));
