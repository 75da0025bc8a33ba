import { elasticsearchContainer } from "./elasticsearch-container.ts";
import { elasticsearchProcess } from "./elasticsearch-process.ts";
import { allowAbsent, firstOpen, type Absent, type Server } from "./server.ts";

/** Why tests that need a cluster do not run: the reason to skip with where `elasticsearchUrl` is undefined. */
export const NO_ELASTICSEARCH =
  "NOT TESTED: needs a real Elasticsearch. Set ELASTICSEARCH_URL, or have a container engine, or Java 21 and Maven, and run npm test.";

/** The cluster that this test run shares. Undefined where there is none: skip with `NO_ELASTICSEARCH`. @throws with CI=true */
export const elasticsearchUrl = (): string | undefined => {
  const url = process.env["ELASTICSEARCH_URL"] ?? "";
  if (url !== "") return url;
  allowAbsent(NO_ELASTICSEARCH);
  return undefined;
};

/** A node of one's own, to kill and start again: from a container, else from Maven Central. @throws with CI=true */
export const startElasticsearch = async (): Promise<Server | Absent> => {
  const found = await firstOpen([elasticsearchContainer, elasticsearchProcess]);
  return "absent" in found ? allowAbsent(`${NO_ELASTICSEARCH} Here: ${found.absent}.`) : found;
};
