import { resolve } from "node:path";
import { z } from "zod";
import { group } from "./group.ts";
import { file, list, portNumber, secret } from "./setting.ts";
import { tokens } from "./tokens.ts";

/** Where the service listens and keeps its things, and who may ask it for what. */
export const service = group({
  settings: {
    SEARCHLIGHT_HOST: z.string().default("127.0.0.1").describe("where the API listens"),
    SEARCHLIGHT_PORT: portNumber.default(9393).describe("and at which port; 0 is any free one"),
    SEARCHLIGHT_STORE: z
      .enum(["embedded", "elasticsearch", "memory"])
      .default("embedded")
      .describe("embedded | elasticsearch | memory: what holds the index"),
    SEARCHLIGHT_DATA: z.string().default("./data").describe("the folder of the embedded index, dead letters and keys"),
    SEARCHLIGHT_SEARCH_THREADS: z.coerce
      .number()
      .int()
      .min(0)
      .max(64)
      .default(0)
      .describe(
        "so many more threads search in the embedded index, in the same memory: for cores that have nothing to do",
      ),
    SEARCHLIGHT_TOKENS: tokens
      .optional()
      .describe('a JSON file of static tokens: [{"token","userId","projectId","roles":[…]}]'),
    SEARCHLIGHT_POLICY: file
      .optional()
      .describe("a YAML or JSON file: who may search, facet, aggregate, see all_projects, by type and role"),
    SEARCHLIGHT_PLUGINS: list
      .default([])
      .describe("more resource types, with commas between: files, folders or npm packages of plugins"),
    SEARCHLIGHT_CURSOR_KEY: secret(z.string().min(32, "is shorter than 32 characters"))
      .optional()
      .describe(
        "what cursors are signed with, the same for all API processes; without it a random one is kept in SEARCHLIGHT_DATA",
      ),
    SEARCHLIGHT_LOG_LEVEL: z
      .enum(["debug", "info", "warn", "error", "silent"])
      .default("info")
      .describe("debug | info | warn | error | silent"),
    SEARCHLIGHT_MAX_REJECTIONS: z.coerce
      .number()
      .int()
      .min(0)
      .default(100)
      .describe(
        "after so many records in a row that cannot be used, reading stands still and /readyz says so; 0 is never",
      ),
    SEARCHLIGHT_TOMBSTONE_DAYS: z.coerce.number().positive().default(14).describe("how long deletions are remembered"),
  },
  of: (s) => ({
    host: s.SEARCHLIGHT_HOST,
    port: s.SEARCHLIGHT_PORT,
    data: resolve(s.SEARCHLIGHT_DATA),
    store: s.SEARCHLIGHT_STORE,
    searchThreads: s.SEARCHLIGHT_SEARCH_THREADS,
    cursorKey: s.SEARCHLIGHT_CURSOR_KEY,
    logLevel: s.SEARCHLIGHT_LOG_LEVEL,
    maxRejections: s.SEARCHLIGHT_MAX_REJECTIONS || undefined,
    tombstoneDays: s.SEARCHLIGHT_TOMBSTONE_DAYS,
    tokens: s.SEARCHLIGHT_TOKENS,
    policy: s.SEARCHLIGHT_POLICY,
    plugins: s.SEARCHLIGHT_PLUGINS,
  }),
});
