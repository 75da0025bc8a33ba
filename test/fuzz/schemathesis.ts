import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { kept } from "../peers/cache.ts";
import { allowAbsent, type Absent } from "../peers/server.ts";

const VERSION = "4.32.5";
const MISSING =
  "NOT FUZZED: HTTP from our OpenAPI. It needs schemathesis, which is fetched from PyPI: have Python 3.10 or later with venv and pip, and run npm run fuzz.";

const run = promisify(execFile);

/** The Python that has schemathesis, in an environment made once in the tests' cache. @throws with CI=true where there is none */
export async function schemathesis(): Promise<{ readonly python: string } | Absent> {
  try {
    const folder = await kept(`schemathesis-${VERSION}`, async (target) => {
      await run("python3", ["-m", "venv", target]);
      await run(join(target, "bin/python"), ["-m", "pip", "install", "-q", `schemathesis==${VERSION}`]);
    });
    return { python: join(folder, "bin/python") };
  } catch (error) {
    const { stderr = "", message } = error as { stderr?: string; message: string };
    return allowAbsent(`${MISSING} Here: ${(stderr.trim() || message).split("\n").at(-1)}.`);
  }
}

/** What an answer must be; whether odd requests are refused is the parsers' own fuzzing's to say. */
const CHECKS = [
  "not_a_server_error",
  "status_code_conformance",
  "content_type_conformance",
  "response_headers_conformance",
  "response_schema_conformance",
  "unsupported_method",
  "allow_header_conformance",
  "ignored_auth",
];

/**
 * What is asked: first each parameter's and each body's edges (not of searches, whose language has more combinations than
 * anybody has time for), then whatever comes to mind for so many seconds.
 */
const phases = (seconds: number): readonly (readonly string[])[] => [
  ["--phases", "examples,coverage", "--exclude-path-regex", "^/v1/search(/export)?$"],
  ["--phases", "fuzzing", "--max-time", String(seconds)],
];

const OPTIONS = [
  ["--checks", CHECKS.join(",")],
  ["--max-response-time", "1"],
  ["--suppress-health-check", "all"],
  ["--continue-on-failure", "--no-color"],
].flat();

/** Longer than any phase takes, in milliseconds: what hangs is ended, and has failed. */
const PATIENCE = 300_000;

/** Fuzzes what an address's OpenAPI document describes, as whoever a token is. True when nothing was found. */
export async function fuzzed(
  python: string,
  { url, token, seconds }: { readonly url: string; readonly token: string; readonly seconds: number },
): Promise<boolean> {
  const asked = [
    "-m",
    "schemathesis.cli",
    "run",
    `${url}/openapi.json`,
    "--header",
    `X-Auth-Token: ${token}`,
    ...OPTIONS,
  ];
  let clean = true;
  for (const phase of phases(seconds)) {
    const child = spawn(python, [...asked, ...phase], {
      cwd: tmpdir(), // it keeps notes where it runs
      stdio: ["ignore", "inherit", "inherit"],
      timeout: seconds * 1000 + PATIENCE,
    });
    const [status] = (await once(child, "exit")) as [number | null];
    clean = status === 0 && clean;
  }
  return clean;
}
