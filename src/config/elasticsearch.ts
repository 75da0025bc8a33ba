import { z } from "zod";
import { group } from "./group.ts";
import { certificates, httpUrl, secret } from "./setting.ts";

/** The cluster that holds the index; undefined when none does. */
export const elasticsearch = group({
  settings: {
    ELASTICSEARCH_URL: httpUrl.optional().describe("the cluster, when SEARCHLIGHT_STORE is elasticsearch"),
    ELASTICSEARCH_USERNAME: z.string().optional().describe("who we are to it"),
    ELASTICSEARCH_PASSWORD: secret().optional().describe("and its password"),
    ELASTICSEARCH_API_KEY: secret().optional().describe("instead of user and password"),
    ELASTICSEARCH_CA: certificates.optional().describe("a file of certificates to trust"),
    ELASTICSEARCH_INDEX_PREFIX: z
      .string()
      .regex(/^[a-z][a-z0-9_-]*$/, "is not lower case letters, digits, - and _")
      .default("searchlight")
      .describe("what the names of our indices begin with"),
    ELASTICSEARCH_SHARDS: z.coerce
      .number()
      .int()
      .min(1)
      .max(1024)
      .optional()
      .describe("primary shards of an index that is made; else as many as before a rebuild, one at first"),
  },
  needs: [
    {
      when: (s) => s.ELASTICSEARCH_USERNAME !== undefined,
      needs: ["ELASTICSEARCH_PASSWORD"],
      because: "ELASTICSEARCH_USERNAME is set",
    },
    {
      when: (s) => s.ELASTICSEARCH_PASSWORD !== undefined,
      needs: ["ELASTICSEARCH_USERNAME"],
      because: "ELASTICSEARCH_PASSWORD is set",
    },
  ],
  of: (s) =>
    s.ELASTICSEARCH_URL === undefined
      ? undefined
      : {
          node: s.ELASTICSEARCH_URL,
          prefix: s.ELASTICSEARCH_INDEX_PREFIX,
          shards: s.ELASTICSEARCH_SHARDS,
          username: s.ELASTICSEARCH_USERNAME,
          password: s.ELASTICSEARCH_PASSWORD,
          apiKey: s.ELASTICSEARCH_API_KEY,
          ca: s.ELASTICSEARCH_CA,
        },
});
