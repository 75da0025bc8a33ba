import { messageOf } from "../../src/errors.ts";

/**
 * A real server for tests, wherever it came from. It outlives nobody: when the process that started it ends, however it
 * ends, the server goes too.
 */
export type Server = {
  /** Where it listens: `host:port` for Kafka, a URL for Elasticsearch. */
  readonly address: string;
  /** Which server this is, for people: `Kafka 4.4.0 (Maven Central)`. */
  readonly origin: string;
  /** Ends it at once, as a power cut would; its data stays. */
  kill(): Promise<void>;
  /** Starts it again after `kill`: the same address, the same data. Resolves when it answers. */
  start(): Promise<void>;
  /** Ends it for good; its data goes. */
  stop(): Promise<void>;
};

/** Why there is no server, in words that say what to do. */
export type Absent = { readonly absent: string };

/** One way to get a server. Absent: this way is closed here; an error: it should have worked. */
export type Way = () => Promise<Server | Absent>;

/** With `CI=true` nothing may be left untested: a missing server is a failure. */
export const required = (): boolean => process.env["CI"] === "true";

/** Throws with `CI=true`, else hands the reason on: every place that would do without a server passes here. */
export const allowAbsent = (absent: string): Absent => {
  if (required()) throw new Error(`${absent} CI=true allows no test to be left out.`);
  return { absent };
};

/** The first way that is open; when none is, all their reasons. A way that breaks is one reason more. */
export const firstOpen = async (ways: readonly Way[]): Promise<Server | Absent> => {
  const reasons: string[] = [];
  for (const way of ways) {
    const result = await way().catch((error: unknown) => ({ absent: messageOf(error) }));
    if (!("absent" in result)) return result;
    reasons.push(result.absent);
  }
  return { absent: reasons.join("; ") };
};

/** Asks `up` five times a second; @throws when `seconds` passed or `ended` says that nothing will come any more. */
export const until = async (
  up: () => Promise<boolean>,
  {
    seconds,
    ended,
  }: { readonly seconds: number; readonly ended: () => string | undefined | Promise<string | undefined> },
): Promise<void> => {
  const deadline = Date.now() + seconds * 1000;
  while (!(await up())) {
    const end = await ended();
    if (end !== undefined) throw new Error(end);
    if (Date.now() > deadline) throw new Error(`did not answer within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};
