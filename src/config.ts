import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { SearchlightError } from "./errors.ts";

const portNumber = z.coerce.number().int().min(0).max(65_535);
const atLeastOne = z.coerce.number().int().min(1);
const list = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);
const flag = z.enum(["true", "false"]).transform((text) => text === "true");
const httpUrl = z.url({ protocol: /^https?$/, error: "is not an http:// or https:// address" });

/** Every setting: its name in the environment, what it may be, what it is when not set. An empty text is not set. */
const Environment = z.object({
  SEARCHLIGHT_HOST: z.string().default("127.0.0.1"),
  SEARCHLIGHT_PORT: portNumber.default(9393),
  SEARCHLIGHT_DATA: z.string().default("./data"),
  SEARCHLIGHT_STORE: z.enum(["embedded", "elasticsearch", "memory"]).default("embedded"),
  SEARCHLIGHT_TOKENS: z.string().optional(),
  SEARCHLIGHT_POLICY: z.string().optional(),
  SEARCHLIGHT_CURSOR_KEY: z.string().min(32, "is shorter than 32 characters").optional(),
  SEARCHLIGHT_LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  SEARCHLIGHT_TOMBSTONE_DAYS: z.coerce.number().positive().default(14),
  SEARCHLIGHT_MAX_BODY: atLeastOne.max(2 ** 28).optional(),
  SEARCHLIGHT_MAX_DEPTH: atLeastOne.max(100).optional(),
  SEARCHLIGHT_MAX_CLAUSES: atLeastOne.max(10_000).optional(),
  SEARCHLIGHT_MAX_BUCKETS: atLeastOne.max(100_000).optional(),
  SEARCHLIGHT_MAX_PAGE: atLeastOne.max(10_000).optional(),
  SEARCHLIGHT_MAX_WINDOW: atLeastOne.max(10_000).optional(),
  SEARCHLIGHT_MAX_SECONDS: z.coerce.number().positive().max(3600).optional(),
  SEARCHLIGHT_MAX_REQUESTS: atLeastOne.optional(),
  SEARCHLIGHT_MAX_CONCURRENT: atLeastOne.optional(),
  ELASTICSEARCH_URL: httpUrl.optional(),
  ELASTICSEARCH_USERNAME: z.string().optional(),
  ELASTICSEARCH_PASSWORD: z.string().optional(),
  ELASTICSEARCH_API_KEY: z.string().optional(),
  ELASTICSEARCH_CA: z.string().optional(),
  ELASTICSEARCH_INDEX_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9_-]*$/, "is not lower case letters, digits, - and _")
    .default("searchlight"),
  KAFKA_BROKERS: list.optional(),
  KAFKA_TOPICS: list.default(["notifications.info", "notifications.error"]),
  KAFKA_GROUP: z.string().default("searchlight"),
  KAFKA_DEAD_LETTER_TOPIC: z.string().default("searchlight.dead-letters"),
  KAFKA_SSL: flag.default(false),
  KAFKA_CA: z.string().optional(),
  KAFKA_SASL_MECHANISM: z.enum(["plain", "scram-sha-256", "scram-sha-512"]).optional(),
  KAFKA_SASL_USERNAME: z.string().optional(),
  KAFKA_SASL_PASSWORD: z.string().optional(),
  OS_AUTH_URL: httpUrl.optional(),
  OS_USERNAME: z.string().optional(),
  OS_PASSWORD: z.string().optional(),
  OS_PROJECT_NAME: z.string().optional(),
  OS_USER_DOMAIN_ID: z.string().default("default"),
  OS_PROJECT_DOMAIN_ID: z.string().default("default"),
  OS_APPLICATION_CREDENTIAL_ID: z.string().optional(),
  OS_APPLICATION_CREDENTIAL_SECRET: z.string().optional(),
  OS_REGION_NAME: z.string().optional(),
  OS_INTERFACE: z.enum(["public", "internal", "admin"]).default("public"),
});

type Settings = z.output<typeof Environment>;

/** Settings that make sense only together: [given, needed, when]. */
const NEEDED: readonly {
  readonly when: (s: Settings) => boolean;
  readonly needs: (keyof Settings)[];
  readonly because: string;
}[] = [
  {
    when: (s) => s.SEARCHLIGHT_STORE === "elasticsearch",
    needs: ["ELASTICSEARCH_URL"],
    because: "SEARCHLIGHT_STORE is elasticsearch",
  },
  {
    when: (s) => s.ELASTICSEARCH_USERNAME !== undefined,
    needs: ["ELASTICSEARCH_PASSWORD"],
    because: "ELASTICSEARCH_USERNAME is set",
  },
  {
    when: (s) => s.KAFKA_SASL_MECHANISM !== undefined,
    needs: ["KAFKA_SASL_USERNAME", "KAFKA_SASL_PASSWORD"],
    because: "KAFKA_SASL_MECHANISM is set",
  },
  {
    when: (s) => s.OS_APPLICATION_CREDENTIAL_ID !== undefined,
    needs: ["OS_AUTH_URL", "OS_APPLICATION_CREDENTIAL_SECRET"],
    because: "OS_APPLICATION_CREDENTIAL_ID is set",
  },
  {
    when: (s) => s.OS_AUTH_URL !== undefined && s.OS_APPLICATION_CREDENTIAL_ID === undefined,
    needs: ["OS_USERNAME", "OS_PASSWORD", "OS_PROJECT_NAME"],
    because: "OS_AUTH_URL is set without OS_APPLICATION_CREDENTIAL_ID",
  },
];

const missing = (settings: Settings): string[] =>
  NEEDED.flatMap(({ when, needs, because }) =>
    when(settings)
      ? needs.filter((name) => settings[name] === undefined).map((name) => `${name} is needed, for ${because}`)
      : [],
  );

/** A file that a setting names; the problem in words if it cannot be read. */
function fileOf(
  settings: Settings,
  name: "ELASTICSEARCH_CA" | "KAFKA_CA" | "SEARCHLIGHT_TOKENS" | "SEARCHLIGHT_POLICY",
  problems: string[],
): string | undefined {
  const path = settings[name];
  if (path === undefined) return undefined;
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    problems.push(`${name}: ${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown reason"})`);
    return undefined;
  }
}

const Tokens = z.array(
  z.strictObject({
    token: z.string().min(8),
    userId: z.string().min(1),
    projectId: z.string().min(1),
    roles: z.array(z.string().toLowerCase()),
  }),
);

/** A static token and whose it is. */
export type StaticToken = z.output<typeof Tokens>[number];

function tokensOf(text: string | undefined, problems: string[]): readonly StaticToken[] | undefined {
  if (text === undefined) return undefined;
  try {
    return Tokens.parse(JSON.parse(text));
  } catch (error) {
    const where =
      error instanceof z.ZodError
        ? error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ")
        : "it is not JSON";
    problems.push(
      `SEARCHLIGHT_TOKENS must be a file with [{"token" (8 characters or more),"userId","projectId","roles":[…]}]: ${where}`,
    );
    return undefined;
  }
}

/** What one request may cost, and a project ask for: only what was set, for the API knows what to do without. */
function limitsOf(s: Settings) {
  const seconds = s.SEARCHLIGHT_MAX_SECONDS;
  const limits = {
    searchBytes: s.SEARCHLIGHT_MAX_BODY,
    depth: s.SEARCHLIGHT_MAX_DEPTH,
    clauses: s.SEARCHLIGHT_MAX_CLAUSES,
    buckets: s.SEARCHLIGHT_MAX_BUCKETS,
    page: s.SEARCHLIGHT_MAX_PAGE,
    window: s.SEARCHLIGHT_MAX_WINDOW,
    searchMilliseconds: seconds === undefined ? undefined : Math.ceil(seconds * 1000),
    requests: s.SEARCHLIGHT_MAX_REQUESTS,
    concurrent: s.SEARCHLIGHT_MAX_CONCURRENT,
  };
  return Object.fromEntries(Object.entries(limits).filter(([, limit]) => limit !== undefined)) as {
    [name in keyof typeof limits]?: number;
  };
}

/** The configuration, from the environment and nowhere else. Holds secrets: never logged. */
export type Config = ReturnType<typeof configOf>;

function configOf(
  s: Settings,
  files: {
    tokens: readonly StaticToken[] | undefined;
    policy: string | undefined;
    kafkaCa: string | undefined;
    elasticsearchCa: string | undefined;
  },
) {
  return {
    host: s.SEARCHLIGHT_HOST,
    port: s.SEARCHLIGHT_PORT,
    data: resolve(s.SEARCHLIGHT_DATA),
    store: s.SEARCHLIGHT_STORE,
    cursorKey: s.SEARCHLIGHT_CURSOR_KEY,
    logLevel: s.SEARCHLIGHT_LOG_LEVEL,
    tombstoneDays: s.SEARCHLIGHT_TOMBSTONE_DAYS,
    limits: limitsOf(s),
    tokens: files.tokens,
    policy: files.policy,
    elasticsearch:
      s.ELASTICSEARCH_URL === undefined
        ? undefined
        : {
            node: s.ELASTICSEARCH_URL,
            prefix: s.ELASTICSEARCH_INDEX_PREFIX,
            username: s.ELASTICSEARCH_USERNAME,
            password: s.ELASTICSEARCH_PASSWORD,
            apiKey: s.ELASTICSEARCH_API_KEY,
            ca: files.elasticsearchCa,
          },
    kafka:
      s.KAFKA_BROKERS === undefined || s.KAFKA_BROKERS.length === 0
        ? undefined
        : {
            brokers: s.KAFKA_BROKERS,
            topics: s.KAFKA_TOPICS,
            groupId: s.KAFKA_GROUP,
            deadLetterTopic: s.KAFKA_DEAD_LETTER_TOPIC,
            ssl: s.KAFKA_SSL || s.KAFKA_CA !== undefined,
            ca: files.kafkaCa,
            sasl: s.KAFKA_SASL_MECHANISM && {
              mechanism: s.KAFKA_SASL_MECHANISM,
              username: s.KAFKA_SASL_USERNAME ?? "",
              password: s.KAFKA_SASL_PASSWORD ?? "",
            },
          },
    cloud:
      s.OS_AUTH_URL === undefined
        ? undefined
        : {
            authUrl: s.OS_AUTH_URL,
            username: s.OS_USERNAME,
            password: s.OS_PASSWORD,
            projectName: s.OS_PROJECT_NAME,
            userDomainId: s.OS_USER_DOMAIN_ID,
            projectDomainId: s.OS_PROJECT_DOMAIN_ID,
            applicationCredentialId: s.OS_APPLICATION_CREDENTIAL_ID,
            applicationCredentialSecret: s.OS_APPLICATION_CREDENTIAL_SECRET,
            region: s.OS_REGION_NAME,
            interface: s.OS_INTERFACE,
          },
  };
}

/**
 * Reads and checks the environment.
 *
 * @throws SearchlightError `bad-configuration` that lists every problem at once, in words, without any secret
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Environment.safeParse(given);
  const problems = parsed.success
    ? missing(parsed.data)
    : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  const files = parsed.success && {
    tokens: tokensOf(fileOf(parsed.data, "SEARCHLIGHT_TOKENS", problems), problems),
    policy: fileOf(parsed.data, "SEARCHLIGHT_POLICY", problems),
    kafkaCa: fileOf(parsed.data, "KAFKA_CA", problems),
    elasticsearchCa: fileOf(parsed.data, "ELASTICSEARCH_CA", problems),
  };
  if (problems.length > 0 || !parsed.success || !files) {
    throw new SearchlightError(
      "bad-configuration",
      `The configuration has ${problems.length} problem(s):\n${problems.map((problem) => `  - ${problem}`).join("\n")}`,
    );
  }
  return configOf(parsed.data, files);
}
