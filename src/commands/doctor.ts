import type { Config } from "../config.ts";
import { messageOf } from "../errors.ts";
import type { IndexStore } from "../index/store.ts";
import { createLog } from "../log.ts";
import { cloudToAsk } from "./cloud-to-ask.ts";
import { check, checkText, type Check } from "./doctor/check.ts";
import { checkKafka } from "./doctor/kafka.ts";
import { checkKeystone } from "./doctor/keystone.ts";
import { checkTruth } from "./doctor/truth.ts";
import { kitOf } from "./kit.ts";
import { openStore } from "./parts.ts";
import { shownProgress } from "./progress.ts";
import { progressText } from "./sync.ts";

/** What `doctor` may be told: see its help. */
export type DoctorFlags = {
  readonly project?: string | undefined;
  readonly limit: number;
  readonly signal: AbortSignal;
};

const storeCheck = (config: Config, store: IndexStore): Promise<Check> =>
  check(`store (${config.store})`, async () => {
    await store.ready();
    return { ok: true, says: [] };
  });

/** Whether the index is as the definitions of now would make it. */
const layoutCheck = (store: IndexStore): Promise<Check> =>
  check("index", async () => {
    const says = (await store.outdated()).map(({ says }) => says);
    return { ok: says.length === 0, says };
  });

/**
 * Looks whether all that the service needs can be reached, and whether the index says what the services say; tells each
 * thing as it is known. Writes nothing, and runs beside the service. Resolves to whether all is well.
 */
export async function doctor(
  config: Config,
  types: readonly string[],
  { project, limit, signal }: DoctorFlags,
  tell: (text: string) => void,
): Promise<boolean> {
  const checks: Check[] = [];
  const told = (one: Check): void => {
    checks.push(one);
    tell(checkText(one));
  };
  const log = createLog(config.logLevel);
  const kit = await kitOf(config, log);
  const { plugins } = kit;
  told(await checkKafka(config, log));
  const cloud = cloudToAsk(config, plugins, types, "doctor");
  told(await checkKeystone(cloud));
  const opened = await openStore(config, kit, { readOnly: true, untouched: true }).catch((error: unknown) => {
    told({ name: `store (${config.store})`, ok: false, says: [messageOf(error)] });
  });
  if (!opened) return false;
  const { show, stop } = shownProgress(progressText);
  try {
    const store = await storeCheck(config, opened);
    told(store);
    if (store.ok) {
      told(await layoutCheck(opened));
      const found = await checkTruth({
        store: opened,
        plugins,
        cloud,
        types,
        project,
        limit,
        signal,
        onProgress: show,
      });
      for (const one of found) told(one);
    }
  } finally {
    stop();
    await opened.close();
  }
  const wrong = checks.filter(({ ok }) => !ok).length;
  tell(
    wrong === 0
      ? "\nAll is well: the index says what the services say."
      : `\n${wrong} of ${checks.length} are not as they should be; \`searchlight sync\` repairs what differs.`,
  );
  return wrong === 0;
}
