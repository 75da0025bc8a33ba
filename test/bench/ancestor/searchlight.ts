import { execFile } from "node:child_process";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { kept } from "../../peers/cache.ts";
import { freePort } from "../../peers/port.ts";
import { startProcess } from "../../peers/process.ts";
import type { Server } from "../../peers/server.ts";

const run = promisify(execFile);
const PROGRAM = fileURLToPath(new URL("serve.py", import.meta.url));
const REQUIREMENTS = fileURLToPath(new URL("requirements.txt", import.meta.url));
const SECONDS = 60;
const MOST_OUTPUT = 16 * 2 ** 20;

/** A Python that has Searchlight 9.0.0, made once. @throws saying what is missing */
async function pythonWithSearchlight(): Promise<string> {
  const [, version] = /searchlight==(\S+)/.exec(await readFile(REQUIREMENTS, "utf8"))!;
  const folder = await kept(`searchlight-${version}`, async (made) => {
    await run("python3", ["-m", "venv", made]).catch((error: unknown) => {
      throw new Error("Searchlight needs python3 with venv, from 3.9 to 3.12", { cause: error });
    });
    const pip = ["-m", "pip", "install", "--quiet", "--requirement", REQUIREMENTS];
    await run(join(made, "bin/python"), pip, { maxBuffer: MOST_OUTPUT });
  });
  return join(folder, "bin/python");
}

const listens = (address: string): Promise<boolean> =>
  fetch(address, { headers: { "x-auth-token": "user project member" }, signal: AbortSignal.timeout(3000) }).then(
    async (answer) => (await answer.body?.cancel(), true),
    () => false,
  );

/** Searchlight 9.0.0 before an Elasticsearch, with an empty index of images. */
export async function ancientSearchlight(elasticsearch: string): Promise<Server> {
  const command = await pythonWithSearchlight();
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  return startProcess(address, "Searchlight 9.0.0", {
    command,
    args: ["-W", "ignore", PROGRAM, elasticsearch, String(port)],
    folder: await mkdtemp(join(tmpdir(), "searchlight-ancestor-")),
    env: process.env,
    up: () => listens(address),
    seconds: SECONDS,
  });
}
