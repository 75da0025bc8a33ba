import type { Config } from "../config.ts";
import { SearchlightError } from "../errors.ts";
import type { DeadLetters, KeptLetter } from "../ingest/dead-letter.ts";
import { revive, type Revived } from "../ingest/revive.ts";
import { routerOf } from "../ingest/router.ts";
import { createLog } from "../log.ts";
import { kitOf } from "./kit.ts";
import { openDeadLetters, openStore } from "./parts.ts";

type Tell = (text: string) => void;

async function withLetters<T>(config: Config, use: (letters: DeadLetters) => Promise<T>): Promise<T> {
  const letters = await openDeadLetters(config, createLog(config.logLevel));
  try {
    return await use(letters);
  } finally {
    await letters.close();
  }
}

const time = (milliseconds: number): string =>
  Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString() : "at no known time";

const line = ({ id, at, record, reason, cut }: KeptLetter): string =>
  [id, time(at), record.from, `${record.value.length} bytes`, cut ? `${reason} (${cut})` : reason].join("  ");

/** Tells the dead letters, a line each, oldest first, at most `limit`; then how many there are. */
export const listDeadLetters = (config: Config, { limit }: { limit: number }, tell: Tell): Promise<void> =>
  withLetters(config, async (letters) => {
    let count = 0;
    for await (const letter of letters.all()) if (++count <= limit) tell(line(letter));
    tell(
      count === 0 ? "There are no dead letters." : `${count} dead letters${count > limit ? `, ${limit} shown` : ""}.`,
    );
  });

/** One letter: what is known of it, and its bytes as they came. They may hold what a service should not have sent. */
export const showDeadLetter = (config: Config, id: string): Promise<{ about: string; value: Uint8Array }> =>
  withLetters(config, async (letters) => {
    for await (const letter of letters.all())
      if (letter.id === id) return { about: line(letter), value: letter.record.value };
    throw new SearchlightError(
      "not-found",
      `There is no dead letter ${id}: \`searchlight dead-letters list\` tells their ids.`,
    );
  });

/** Tries all dead letters again, as they came; those rejected again stay. Resolves to the counts. */
export const replayDeadLetters = (config: Config, onBatch: (counts: Revived) => void): Promise<Revived> =>
  withLetters(config, async (deadLetters) => {
    const kit = await kitOf(config, createLog(config.logLevel));
    const store = await openStore(config, kit, { readOnly: false, beside: true });
    try {
      return await revive({ route: routerOf(kit.plugins), store, deadLetters, onBatch });
    } finally {
      await store.close();
    }
  });

/** Forgets the letters put before a time, in milliseconds since 1970. Resolves to how many. */
export const purgeDeadLetters = (config: Config, before: number): Promise<number> =>
  withLetters(config, async (letters) => {
    const last = new Map<string, KeptLetter>();
    let count = 0;
    for await (const letter of letters.all()) {
      if (letter.at >= before) continue;
      last.set(letter.id.split("/").slice(0, -1).join("/"), letter);
      count++;
    }
    for (const letter of last.values()) await letters.forgetThrough(letter);
    return count;
  });
