import { access, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Where what tests fetch is kept between runs. Root's is not below its home: Elasticsearch refuses to run as root, and the
 * user that it runs as instead may not enter there.
 */
const cacheFolder = (): string =>
  process.env["SEARCHLIGHT_TEST_CACHE"] ??
  (process.getuid?.() === 0 ? "/var/cache/searchlight-test" : join(homedir(), ".cache/searchlight-test"));

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** A folder that is filled once. Filled aside and renamed when complete: a second run finds all of it or nothing. */
export const kept = async (name: string, fill: (folder: string) => Promise<void>): Promise<string> => {
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
