import { readFileSync } from "node:fs";
import { resolve, dirname } from "node:path";
import { startElasticsearch } from "./elasticsearch.ts";
import { startKafka } from "./kafka.ts";
import { messageOf } from "../../src/errors.ts";
import type { Absent, Server } from "./server.ts";

type Peer = {
  readonly name: string;
  /** The test module that asks for it, and the variable in which that looks. */
  readonly module: string;
  readonly variable: string;
  readonly start: () => Promise<Server | Absent>;
};

const PEERS: readonly Peer[] = [
  { name: "Kafka", module: "test/peers/kafka.ts", variable: "KAFKA_BROKERS", start: startKafka },
  {
    name: "Elasticsearch",
    module: "test/peers/elasticsearch.ts",
    variable: "ELASTICSEARCH_URL",
    start: startElasticsearch,
  },
];

const importsOf = (file: string): readonly string[] =>
  [...readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+\.ts)"/g)].map((match) =>
    resolve(dirname(file), match[1]!),
  );

/** The peers that test files ask for: those whose modules they import, perhaps by way of others. */
export const wantedPeers = (files: readonly string[]): readonly Peer[] => {
  const seen = new Set<string>(files.map((file) => resolve(file)));
  for (const file of seen) for (const imported of importsOf(file)) seen.add(imported);
  return PEERS.filter(({ module }) => seen.has(resolve(module)));
};

const startPeer = async ({ name, variable, start }: Peer): Promise<Server | Absent | undefined> => {
  if ((process.env[variable] ?? "") !== "") {
    console.log(`${name}: ${process.env[variable]} (${variable})`);
    return undefined;
  }
  const from = Date.now();
  const found = await start().catch((error: unknown) => ({ absent: messageOf(error) }));
  if ("absent" in found) return found;
  process.env[variable] = found.address;
  console.log(`${name}: ${found.address} is ${found.origin}, up after ${((Date.now() - from) / 1000).toFixed(1)} s`);
  return found;
};

/**
 * Starts those peers that the environment does not name, and names them there: test files, as processes of this one,
 * find them. `absent` says which there are not, and why.
 */
export const startPeers = async (
  wanted: readonly Peer[],
): Promise<{ readonly absent: readonly string[]; readonly stop: () => Promise<void> }> => {
  const found = (await Promise.all(wanted.map(startPeer))).filter((peer) => peer !== undefined);
  const servers = found.filter((peer): peer is Server => !("absent" in peer));
  return {
    absent: found.flatMap((peer) => ("absent" in peer ? [peer.absent] : [])),
    stop: async () => void (await Promise.all(servers.map((server) => server.stop()))),
  };
};
