import { didYouMean } from "../api/dialects/nearest.ts";
import { environment, readConfig, settings, type Config, type SettingHelp } from "../config.ts";
import { policyOf } from "../index/policy.ts";
import { kitOf } from "./kit.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Names that look like ours. Kubernetes makes some of these up for a service called `searchlight`; those say nothing. */
const OURS = /^(SEARCHLIGHT|KAFKA|ELASTICSEARCH)_/;
const KUBERNETES = /_(SERVICE_(HOST|PORT)(_\w+)?|PORT_\d+_\w+)$/;

function told({ name, secret, standard }: SettingHelp, env: Environment): string {
  const held = env[`${name}_FILE`] ? `in the file ${env[`${name}_FILE`]}` : undefined;
  if (secret) return `${name}: ${held ?? (env[name] ? "set, not shown" : "not set")}`;
  return `${name}: ${env[name] || (standard === undefined ? "not set" : `${standard} (not set)`)}`;
}

/** Settings that nobody reads: most likely misspelt. */
function unread(known: readonly SettingHelp[], env: Environment): string[] {
  const names = new Set(known.flatMap(({ name, secret }) => (secret ? [name, `${name}_FILE`] : [name])));
  return Object.keys(env)
    .filter((name) => OURS.test(name) && !KUBERNETES.test(name) && !names.has(name))
    .map((name) => `${name} is set, and nothing reads it${didYouMean(name, [...names])}`);
}

/** Secrets that would go over the network for all to read, and certificates that nobody would look at. */
function exposed({ kafka, elasticsearch }: Config): string[] {
  const http = elasticsearch?.node.startsWith("http:") === true;
  const account = elasticsearch?.apiKey !== undefined || elasticsearch?.password !== undefined;
  const doubts: [boolean, string][] = [
    [
      kafka?.sasl?.mechanism === "plain" && !kafka.ssl,
      "KAFKA_SASL_PASSWORD would go over the network as it is: set KAFKA_SSL or KAFKA_CA",
    ],
    [
      http && account,
      "Elasticsearch's password or API key would go over the network as it is: let ELASTICSEARCH_URL begin with https://",
    ],
    [
      http && elasticsearch?.ca !== undefined,
      "ELASTICSEARCH_CA is not looked at, for ELASTICSEARCH_URL does not begin with https://",
    ],
  ];
  return doubts.flatMap(([so, says]) => (so ? [says] : []));
}

/**
 * What the program would run with, a line for each setting, secrets not shown; then what looks misspelt or exposes
 * secrets, and plugins that would be refused. Connects to nothing.
 *
 * @throws SearchlightError `bad-configuration` that lists every problem
 */
export async function checkConfig(
  env: Environment = environment(),
): Promise<{ readonly lines: readonly string[]; readonly doubts: readonly string[] }> {
  const config = readConfig(env);
  const { catalog, refused } = await kitOf(config, { error: () => {} }); // told below
  policyOf(catalog, config.policy);
  const known = settings();
  return {
    lines: known.map((setting) => told(setting, env)),
    doubts: [
      ...unread(known, env),
      ...exposed(config),
      ...refused.map(({ from, problems }) => `the plugin ${from} would be refused: ${problems.join("; ")}`),
    ],
  };
}
