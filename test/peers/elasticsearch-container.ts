import { startContainer } from "./container.ts";
import { answers, HEAP, SECONDS, SETTINGS, VERSION } from "./elasticsearch-node.ts";
import { freePort } from "./port.ts";
import type { Absent, Server } from "./server.ts";

const IMAGE =
  process.env["SEARCHLIGHT_TEST_ELASTICSEARCH_IMAGE"] ?? `docker.elastic.co/elasticsearch/elasticsearch:${VERSION}`;

/** A node in a container. The image's own convention: a variable with a dot in its name is a setting. */
export const elasticsearchContainer = async (): Promise<Server | Absent> => {
  const hostPort = await freePort();
  return startContainer({
    image: IMAGE,
    port: 9200,
    hostPort,
    address: (host) => `http://${host}:${hostPort}`,
    environment: () => ({ ...SETTINGS, ES_JAVA_OPTS: HEAP.join(" ") }),
    up: answers,
    seconds: SECONDS,
  });
};
