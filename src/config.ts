import { cloud } from "./config/cloud.ts";
import { elasticsearch } from "./config/elasticsearch.ts";
import { readGroup, type Given, type Read } from "./config/group.ts";
import { kafka } from "./config/kafka.ts";
import { limits } from "./config/limits.ts";
import { metrics } from "./config/metrics.ts";
import { service } from "./config/service.ts";
import { sync } from "./config/sync.ts";
import { isSecret } from "./config/setting.ts";
import { SearchlightError } from "./errors.ts";

export type { StaticToken } from "./config/tokens.ts";

/** Each group of settings is a file of its own in `config`; this is the list of them. */
const GROUPS = { service, limits, metrics, kafka, elasticsearch, cloud, sync };

function readAll(given: Given) {
  const read = {
    service: readGroup(service, given),
    limits: readGroup(limits, given),
    metrics: readGroup(metrics, given),
    kafka: readGroup(kafka, given),
    elasticsearch: readGroup(elasticsearch, given),
    cloud: readGroup(cloud, given),
    sync: readGroup(sync, given),
  };
  const problems = Object.values<Read<unknown>>(read).flatMap((part) => part.problems);
  if (read.service.part?.store === "elasticsearch" && given["ELASTICSEARCH_URL"] === undefined) {
    problems.push("ELASTICSEARCH_URL is needed, for SEARCHLIGHT_STORE is elasticsearch");
  }
  if (problems.length > 0 || !read.service.part || !read.limits.part || !read.sync.part) {
    throw new SearchlightError(
      "bad-configuration",
      `The configuration has ${problems.length} problem(s):\n${problems.map((problem) => `  - ${problem}`).join("\n")}`,
    );
  }
  return {
    ...read.service.part,
    limits: read.limits.part,
    metrics: read.metrics.part,
    kafka: read.kafka.part,
    elasticsearch: read.elasticsearch.part,
    cloud: read.cloud.part,
    sync: read.sync.part,
  };
}

/** The configuration, from the environment and nowhere else. Holds secrets: never logged. */
export type Config = ReturnType<typeof readAll>;

/**
 * Reads and checks the environment; an empty text is not set.
 *
 * @throws SearchlightError `bad-configuration` that lists every problem at once, in words, without any secret
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = environment()): Config {
  return readAll(Object.fromEntries(Object.entries(env).filter(([, value]) => value)) as Given);
}

/** What was given, as it was given. Holds secrets. */
export const environment = (): Readonly<Record<string, string | undefined>> => process.env;

/** A setting as the help tells it. `standard` is its value when not set, if it has one. */
export type SettingHelp = {
  readonly name: string;
  readonly says: string;
  readonly secret: boolean;
  readonly standard?: string;
};

/** Every setting of every group, in their order. A secret says that a file may hold it. */
export const settings = (): readonly SettingHelp[] =>
  Object.values(GROUPS).flatMap((of) =>
    Object.entries(of.settings).map(([name, setting]) => {
      const { data } = setting.safeParse(undefined);
      const secret = isSecret(setting);
      const says = `${setting.description ?? ""}${secret ? ` (or ${name}_FILE, a file that holds it)` : ""}`;
      return { name, says, secret, ...(data === undefined ? {} : { standard: String(data) }) };
    }),
  );
