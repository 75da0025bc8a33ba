import { kafkaClient } from "../../src/ingest/kafka/client.ts";
import { createLog } from "../../src/log.ts";

/** The version to test against: of the image, and of the jars. */
export const VERSION = "4.4.0";

/** How long a broker may take until it answers. */
export const SECONDS = 90;

/** Whether a broker at `address` answers as part of a cluster. */
export const answers = async (address: string): Promise<boolean> => {
  const admin = kafkaClient({ brokers: [address] }, createLog("silent")).admin({ retry: { retries: 0 } });
  try {
    await admin.connect();
    return (await admin.describeCluster()).brokers.length > 0;
  } catch {
    return false;
  } finally {
    await admin.disconnect();
  }
};

/** One more way in: its name, Kafka's word for what is spoken there (`SASL_SSL`), and its port. */
export type Listener = { readonly name: string; readonly protocol: string; readonly port: number };

/**
 * Where a broker listens: clients call it `host`; it binds to `bind`; `controller` is its other port; `also`: where else it
 * listens for clients.
 */
export type Listening = {
  readonly host: string;
  readonly bind: string;
  readonly port: number;
  readonly controller: number;
  readonly also?: Listener | undefined;
};

/** Kafka's settings for one node that is broker and controller, frugal and quick to rebalance. */
export const settings = ({ host, bind, port, controller, also }: Listening): Record<string, string> => ({
  "process.roles": "broker,controller",
  "node.id": "1",
  "controller.quorum.voters": `1@127.0.0.1:${controller}`,
  listeners: `PLAINTEXT://${bind}:${port},CONTROLLER://${bind}:${controller}${also ? `,${also.name}://${bind}:${also.port}` : ""}`,
  "advertised.listeners": `PLAINTEXT://${host}:${port}${also ? `,${also.name}://${host}:${also.port}` : ""}`,
  "listener.security.protocol.map": `CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT${also ? `,${also.name}:${also.protocol}` : ""}`,
  "inter.broker.listener.name": "PLAINTEXT",
  "controller.listener.names": "CONTROLLER",
  "num.partitions": "3",
  "num.network.threads": "2",
  "num.io.threads": "2",
  "log.cleaner.dedupe.buffer.size": "8388608",
  // A broker that was killed may be back this soon, not only after nine seconds.
  "broker.session.timeout.ms": "2000",
  "broker.heartbeat.interval.ms": "500",
  "offsets.topic.replication.factor": "1",
  "offsets.topic.num.partitions": "1",
  "transaction.state.log.replication.factor": "1",
  "transaction.state.log.min.isr": "1",
  "transaction.state.log.num.partitions": "1",
  "group.initial.rebalance.delay.ms": "0",
  "auto.create.topics.enable": "true",
});
