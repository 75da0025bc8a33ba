import { Command } from "commander";
import { demo } from "./commands/demo.ts";
import { knownTokens } from "./commands/first-token.ts";
import { replay } from "./commands/replay.ts";
import { serve } from "./commands/serve.ts";
import { stopSignal } from "./commands/stop.ts";
import { reportText, sync } from "./commands/sync.ts";
import { readConfig } from "./config.ts";
import { messageOf, SearchlightError } from "./errors.ts";

const SETTINGS = `
Settings are environment variables; all have defaults but those marked *.

  SEARCHLIGHT_HOST, _PORT       where the API listens (127.0.0.1, 9393)
  SEARCHLIGHT_STORE             embedded | elasticsearch | memory (embedded)
  SEARCHLIGHT_DATA              the embedded index, dead letters, keys (./data)
  SEARCHLIGHT_TOKENS *          a JSON file: [{"token","userId","projectId","roles":[…]}]
  SEARCHLIGHT_POLICY *          a JSON file: who may search, facet, aggregate, see all_projects, by type and role
  SEARCHLIGHT_CURSOR_KEY *      what cursors are signed with, the same for all API processes, 32 characters or more;
                                without it a random one is kept in SEARCHLIGHT_DATA
  SEARCHLIGHT_LOG_LEVEL         debug | info | warn | error | silent (info)
  SEARCHLIGHT_TOMBSTONE_DAYS    how long deletions are remembered (14)
  SEARCHLIGHT_MAX_BODY, _DEPTH, _CLAUSES, _BUCKETS, _PAGE, _WINDOW
                                of one search: bytes (1048576), nesting (20), clauses (1024), buckets (10000), hits on
                                a page (10000), and how far pages reach (10000); beyond is a 400 (413 for bytes)
  SEARCHLIGHT_MAX_SECONDS       what a search may take (30); then it is stopped and answered with 504
  SEARCHLIGHT_MAX_REQUESTS, _CONCURRENT
                                of one project, in a minute (12000) and at a time (64); beyond is a 429
  KAFKA_BROKERS *               host:port,… ; without it nothing is read from Kafka
  KAFKA_TOPICS                  notifications.info,notifications.error
  KAFKA_GROUP                   consumer group (searchlight)
  KAFKA_DEAD_LETTER_TOPIC       searchlight.dead-letters
  KAFKA_SSL, KAFKA_CA *         true | false (false); a file of certificates
  KAFKA_SASL_MECHANISM *        plain | scram-sha-256 | scram-sha-512, with KAFKA_SASL_USERNAME, KAFKA_SASL_PASSWORD
  ELASTICSEARCH_URL *           with ELASTICSEARCH_USERNAME and _PASSWORD, or _API_KEY; _CA: a file of certificates
  ELASTICSEARCH_INDEX_PREFIX    searchlight
  OS_AUTH_URL *                 Keystone v3, with OS_USERNAME, OS_PASSWORD, OS_PROJECT_NAME (OS_USER_DOMAIN_ID and
                                OS_PROJECT_DOMAIN_ID: default), or OS_APPLICATION_CREDENTIAL_ID and _SECRET;
                                OS_REGION_NAME *, OS_INTERFACE (public)

Where neither SEARCHLIGHT_TOKENS nor OS_AUTH_URL is set, the first start makes an administrator's token and prints it.`;

const tell = (text: string): void => void process.stdout.write(`${text}\n`);

async function run(duties: { api: boolean; ingest: boolean }): Promise<void> {
  const config = readConfig();
  const tokens = duties.api ? knownTokens(config, tell) : [];
  await serve(config, { ...duties, tokens }, stopSignal());
}

const program = (): Command => {
  const searchlight = new Command("searchlight")
    .description(
      "Tells everybody in a cloud what exists and what of it they may see: notifications in, tenant-scoped search out.",
    )
    .addHelpText("after", SETTINGS)
    .showHelpAfterError();
  searchlight
    .command("serve")
    .description("the API and the ingest, in one process")
    .action(() => run({ api: true, ingest: true }));
  searchlight
    .command("api")
    .description("the API alone: with Elasticsearch anywhere, with the embedded index beside its one writer")
    .action(() => run({ api: true, ingest: false }));
  searchlight
    .command("ingest")
    .description("the ingest alone: Kafka to the index")
    .action(() => run({ api: false, ingest: true }));
  searchlight
    .command("replay")
    .argument("<files...>", "NDJSON files of captured Kafka records or bare notifications; - is standard input")
    .description("reads records from files into the index (the service stopped, if the index is embedded)")
    .action(async (files: string[]) => {
      const { read, stored, ignored, rejected } = await replay(readConfig(), files, stopSignal());
      tell(
        `${read} records read: ${stored} stored, ${ignored} say nothing of a resource that we index, ${rejected} rejected (see the dead letters)`,
      );
    });
  searchlight
    .command("sync")
    .argument("[types...]", "resource types to ask for; all when none is named")
    .description("asks the services themselves what exists, and makes the index say so")
    .option("--believe-empty", "let an empty listing remove everything of its type", false)
    .action(async (types: string[], { believeEmpty }: { believeEmpty: boolean }) => {
      const report = await sync(readConfig(), types, { believeEmpty, signal: stopSignal() });
      tell(reportText(report));
      if (!report.complete) process.exitCode = 1;
    });
  searchlight
    .command("demo")
    .description("the whole service on a sample cloud: no server, no configuration")
    .action(() => demo(readConfig(), stopSignal(), tell));
  return searchlight;
};

/** Runs the program. What goes wrong is said in words; only a defect shows where it happened. */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    await program().parseAsync(argv);
  } catch (error) {
    const expected = error instanceof SearchlightError && error.code !== "internal";
    process.stderr.write(
      `searchlight: ${expected ? messageOf(error) : error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exitCode = 1;
  }
}
