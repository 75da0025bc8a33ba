import { Command } from "commander";
import { settingsText } from "./commands/settings.ts";
import { endSoon, stopSignal } from "./commands/stop.ts";
import { readConfig, settings } from "./config.ts";
import { messageOf, SearchlightError } from "./errors.ts";

const tell = (text: string): void => void process.stdout.write(`${text}\n`);

async function run(duties: { api: boolean; ingest: boolean }): Promise<void> {
  const config = readConfig();
  const { knownTokens } = await import("./commands/first-token.ts");
  const { serve } = await import("./commands/serve.ts");
  const tokens = duties.api ? knownTokens(config, tell) : [];
  await serve(config, { ...duties, tokens }, stopSignal());
  endSoon();
}

function addDeadLetters(searchlight: Command): void {
  const letters = searchlight
    .command("dead-letters")
    .description("the records that could not be used: in a Kafka topic, or a table below SEARCHLIGHT_DATA");
  letters
    .command("list")
    .description("a line each: id, since when, where from, size, why")
    .option("--limit <count>", "show at most so many", "100")
    .action(async ({ limit }: { limit: string }) => {
      const { listDeadLetters } = await import("./commands/dead-letters.ts");
      await listDeadLetters(readConfig(), { limit: Number(limit) }, tell);
    });
  letters
    .command("show")
    .argument("<id>")
    .description("the record as it came, on standard output; what is known of it, on standard error")
    .action(async (id: string) => {
      const { showDeadLetter } = await import("./commands/dead-letters.ts");
      const { about, value } = await showDeadLetter(readConfig(), id);
      process.stderr.write(`${about}\n`);
      process.stdout.write(value);
    });
  letters
    .command("replay")
    .description("tries all of them again, beside a running service too; what is rejected again stays")
    .action(async () => {
      const { replayDeadLetters } = await import("./commands/dead-letters.ts");
      const text = ({ stored, ignored, rejected }: { stored: number; ignored: number; rejected: number }): string =>
        `${stored} stored, ${ignored} say nothing of a resource that we index, ${rejected} rejected again`;
      const counts = await replayDeadLetters(readConfig(), (soFar) => process.stderr.write(`${text(soFar)} …\n`));
      tell(text(counts));
    });
  letters
    .command("purge")
    .description("forgets them for ever")
    .requiredOption("--before <time>", "those put before this time (ISO 8601), or `now` for all")
    .action(async ({ before }: { before: string }) => {
      const { purgeDeadLetters } = await import("./commands/dead-letters.ts");
      const time = before === "now" ? Date.now() : Date.parse(before);
      if (Number.isNaN(time))
        throw new SearchlightError("bad-request", `--before ${before} is no time: write 2026-11-22T10:00:00Z, or now.`);
      tell(`${await purgeDeadLetters(readConfig(), time)} dead letters forgotten.`);
    });
}

/** For authors of plugins. */
function addPlugin(searchlight: Command): void {
  const plugin = searchlight
    .command("plugin")
    .description("makes, tries and describes plugins: resource types of your own");
  plugin
    .command("new")
    .argument("<type>", "the resource type, such as OS::Acme::Rocket")
    .argument("[folder]", "a folder that is empty or not there yet; named after the type when it is left out")
    .description("makes a plugin with samples, in a folder of its own")
    .action(async (type: string, folder: string | undefined) => {
      const { newPlugin } = await import("./commands/plugin.ts");
      newPlugin(type, folder, tell);
    });
  plugin
    .command("test")
    .argument("<folder>", "a plugin's folder, with samples in it")
    .description("tries a plugin: its samples, the laws of every plugin, any payloads")
    .option("--runs <number>", "how many generated cases each law gets", Number, 200)
    .action(async (folder: string, { runs }: { runs: number }) => {
      const { testPlugin } = await import("./commands/plugin.ts");
      if (!(await testPlugin(folder, runs, tell))) process.exitCode = 1;
    });
  plugin
    .command("docs")
    .argument("[folder]", "a plugin's folder; what comes with Searchlight when it is left out")
    .description("tells the fields of resource types")
    .action(async (folder: string | undefined) => {
      const { pluginDocs } = await import("./commands/plugin.ts");
      await pluginDocs(folder, tell);
    });
}

/** The commands. Each is imported when it is asked for, so that help comes at once. */
const program = (): Command => {
  const searchlight = new Command("searchlight")
    .description(
      "Tells everybody in a cloud what exists and what of it they may see: notifications in, tenant-scoped search out.",
    )
    .addHelpText("after", settingsText(settings()))
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
    .description("reads records from files into the index, beside a running service too")
    .action(async (files: string[]) => {
      const { replay } = await import("./commands/replay.ts");
      const { read, stored, ignored, rejected } = await replay(readConfig(), files, stopSignal());
      tell(
        `${read} records read: ${stored} stored, ${ignored} say nothing of a resource that we index, ${rejected} rejected (see the dead letters)`,
      );
    });
  searchlight
    .command("sync")
    .argument("[types...]", "resource types to ask for; all when none is named")
    .description("asks the services themselves what exists, and makes the index say so, beside a running service too")
    .option("--project <id>", "only what this project owns")
    .option(
      "--believe-gone",
      "remove what is not listed any more however much it is (else not all of more than 5, nor more than 20 and 30 %)",
      false,
    )
    .option("--restart", "begin anew where a sync was interrupted less than an hour ago", false)
    .action(async (types: string[], flags: { project?: string; believeGone: boolean; restart: boolean }) => {
      const { reportText, sync } = await import("./commands/sync.ts");
      const report = await sync(readConfig(), types, { ...flags, signal: stopSignal() });
      tell(reportText(report));
      if (!report.complete) process.exitCode = 1;
    });
  searchlight
    .command("rebuild")
    .argument("[types...]", "resource types; those that an earlier definition or version indexed when none is named")
    .description("makes the index of types anew, as plugins and version are now, while it is searched and written to")
    .option("--rollback", "go back to the generation before, brought up to date: with the plugins that made it", false)
    .option("--finish", "delete the generations that are not searched any more", false)
    .action(async (types: string[], flags: { rollback: boolean; finish: boolean }) => {
      const { rebuild } = await import("./commands/rebuild.ts");
      await rebuild(readConfig(), types, { ...flags, signal: stopSignal() }, tell);
    });
  addPlugin(searchlight);
  searchlight
    .command("check-config")
    .description("says what the settings come to, and what is wrong with them; connects to nothing")
    .action(async () => {
      const { checkConfig } = await import("./commands/check-config.ts");
      const { lines, doubts } = await checkConfig();
      tell(
        [
          ...lines,
          "",
          ...doubts,
          doubts.length > 0 ? "Otherwise the settings are good." : "The settings are good.",
        ].join("\n"),
      );
    });
  addDeadLetters(searchlight);
  searchlight
    .command("doctor")
    .argument("[types...]", "resource types to compare; all when none is named")
    .description("says whether all can be reached, and what the index and the services say otherwise; writes nothing")
    .option("--project <id>", "only what this project owns")
    .option("--limit <n>", "how many differences of a type are named", Number, 100)
    .action(async (types: string[], flags: { project?: string; limit: number }) => {
      const { doctor } = await import("./commands/doctor.ts");
      if (!(await doctor(readConfig(), types, { ...flags, signal: stopSignal() }, tell))) process.exitCode = 1;
    });
  searchlight
    .command("demo")
    .description("the whole service on a sample cloud: no server, no configuration")
    .action(async () => {
      const { demo } = await import("./commands/demo.ts");
      await demo(readConfig(), stopSignal(), tell);
    });
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
