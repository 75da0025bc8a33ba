import { startContainer } from "./container.ts";
import { answers, SECONDS, settings, VERSION } from "./kafka-broker.ts";
import { freePort } from "./port.ts";
import type { Absent, Server } from "./server.ts";

const IMAGE = process.env["SEARCHLIGHT_TEST_KAFKA_IMAGE"] ?? `apache/kafka:${VERSION}`;

// The image's own convention: a setting is a variable, in capitals, its dots underscores.
const variables = (settings: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [`KAFKA_${name.toUpperCase().replaceAll(".", "_")}`, value]),
  );

/** A broker in a container. Its port is the same inside and outside, for it tells clients where to find it. */
export const kafkaContainer = async (): Promise<Server | Absent> => {
  const port = await freePort();
  return startContainer({
    image: IMAGE,
    port,
    hostPort: port,
    address: (host) => `${host}:${port}`,
    environment: (host) =>
      variables(settings({ host, bind: "0.0.0.0", port, controller: port === 9093 ? 9094 : 9093 })),
    up: answers,
    seconds: SECONDS,
  });
};
