/**
 * Runs one server for a test process and ends it with that process. Standard input is a pipe that only the test process
 * holds, so it closes however that process ends, kill -9 too; then the server and its data go. SIGTERM ends the server
 * alone: its data stays for the next start.
 *
 *   node watchdog.ts '{"command":…,"args":[…],"folder":…,"uid":…}'
 */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";

/** What to run. `folder` is deleted at the end; `uid` is whom to run as, where that is not the caller. */
export type Watched = {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly uid?: number;
};

const watched = JSON.parse(process.argv[2] ?? "") as Watched;
const server = spawn(watched.command, watched.args, {
  stdio: ["ignore", "inherit", "inherit"],
  detached: true,
  ...(watched.uid === undefined ? {} : { uid: watched.uid, gid: watched.uid }),
});
let forget = false;

// The group, not the process: Elasticsearch's launcher has the real server as a child.
const end = (): void => {
  if (server.pid !== undefined && server.exitCode === null && server.signalCode === null)
    process.kill(-server.pid, "SIGKILL");
};
server.once("error", (error) => {
  console.error(`${watched.command} cannot be run: ${error.message}`);
  process.exit(1);
});
server.once("exit", (code) => {
  if (forget) rmSync(watched.folder, { recursive: true, force: true });
  process.exit(code ?? 1);
});
process.on("SIGTERM", end);
process.stdin.resume().once("close", () => {
  forget = true;
  end();
});
