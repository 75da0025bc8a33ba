import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const TOKENS = at("demo/tokens.json");

/** The tokens of the sample cloud's people: an administrator's is the last. */
export const tokens = (JSON.parse(readFileSync(TOKENS, "utf8")) as { token: string }[]).map(({ token }) => token);

/** Starts the program on a free port; resolves with its address once it answers. */
async function started(env: NodeJS.ProcessEnv): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [at("bin/searchlight.js"), "serve"], {
    env,
    stdio: ["ignore", "inherit", "pipe"],
  });
  let said = "";
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.on("data", (chunk: Buffer) => {
      if (said.length < 10_000) said += chunk.toString();
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once("exit", (code) => reject(new Error(`the program ended with ${code}: ${said}`)));
  });
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    if (child.exitCode === null) await once(child, "exit");
  };
  return { url, stop };
}

/** Runs the real program on the sample cloud for the time of a use. `settings` say where its index is. */
export async function withProgram<T>(settings: Record<string, string>, use: (url: string) => Promise<T>): Promise<T> {
  const data = mkdtempSync(join(tmpdir(), "searchlight-fuzz-"));
  const program = await started({
    PATH: process.env["PATH"],
    SEARCHLIGHT_DATA: data,
    SEARCHLIGHT_PORT: "0",
    SEARCHLIGHT_TOKENS: TOKENS,
    SEARCHLIGHT_MAX_REQUESTS: "1000000",
    ...settings,
  });
  try {
    const headers = { "X-Auth-Token": tokens.at(-1)!, "Content-Type": "application/x-ndjson" };
    const body = readFileSync(at("demo/cloud.ndjson"));
    const posted = await fetch(`${program.url}/v1/notifications`, { method: "POST", headers, body });
    if (!posted.ok) throw new Error(`the sample cloud was not taken: ${await posted.text()}`);
    return await use(program.url);
  } finally {
    await program.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
