import { errors } from "@elastic/elasticsearch";
import { SearchlightError } from "../../../../errors.ts";
import { sweep, type Copy, type Swept } from "./copy.ts";
import { calling, typeOf, failureOf } from "../cluster/failure.ts";
import { BEHIND_FENCE, fence, takeAway } from "../cluster/fence.ts";
import { aliasesOf } from "../writing/indices.ts";
import { ownAlias } from "../cluster/names.ts";
import { verify } from "./verify.ts";

/** Fewer than so many are copied behind a fence, in a second or so. */
const FEW = 500;
/** So often it is swept before it is said that too much is written. */
const SWEEPS = 50;

const overtaken = (): SearchlightError =>
  new SearchlightError("store-unavailable", "Writers or another rebuild took the fence away: run the rebuild again");

/** Has the copy searched and written to in place of what it was copied from, and takes the fence away, all in one step. */
async function exchange({ cluster, definition, from, to }: Copy, alias: string): Promise<void> {
  const aliases = Object.entries(aliasesOf(cluster, definition.type));
  const actions = [
    { remove: { index: from, alias, must_exist: true } },
    ...aliases.map(([name]) => ({ remove: { index: from, alias: name, must_exist: true } })),
    { remove: { index: from, alias: ownAlias(from) } },
    ...aliases.map(([name, how]) => ({ add: { index: to, alias: name, ...how } })),
  ];
  try {
    await cluster.client.indices.updateAliases({ actions });
  } catch (error) {
    if (error instanceof errors.ResponseError && typeOf(error) === "aliases_not_found_exception") throw overtaken();
    throw failureOf(error);
  }
}

/** Copies until little is left. */
async function approach(copy: Copy, before: Swept): Promise<Swept> {
  let swept = before;
  for (let sweeps = 0; swept.copied > FEW; sweeps++) {
    if (sweeps === SWEEPS)
      throw new SearchlightError("store-unavailable", "More is written than can be copied: try again when less is");
    swept = await sweep(copy, swept);
  }
  return swept;
}

/** Copies the last of it behind a fence, compares, and switches; false when that took too long for those who wait. */
async function attempt(copy: Copy, swept: Swept): Promise<{ readonly switched: boolean; readonly swept: Swept }> {
  const { cluster, from } = copy;
  const alias = await fence(cluster.client, from);
  const begun = performance.now();
  let last = swept;
  try {
    last = await sweep(copy, swept);
    await verify(copy);
    copy.signal.throwIfAborted();
    if (performance.now() - begun < BEHIND_FENCE) {
      await exchange(copy, alias);
      return { switched: true, swept: last };
    }
  } catch (error) {
    // It may have gone by itself, with what it was on; who waits behind it takes it away otherwise.
    await takeAway(cluster.client, from, [alias]).catch(() => undefined);
    throw error;
  }
  await takeAway(cluster.client, from, [alias]);
  return { switched: false, swept: last };
}

/** So often it is tried behind a fence. */
const ATTEMPTS = 5;

/**
 * Has a copy that was swept once take the place of what it is a copy of.
 *
 * @throws SearchlightError `store-unavailable` when that cannot be now, `internal` when they differ: then nothing has changed
 */
export async function switchOver(copy: Copy, first: Swept): Promise<void> {
  let swept = first;
  for (let attempts = 0; attempts < ATTEMPTS; attempts++) {
    swept = await approach(copy, swept);
    const done = await attempt(copy, swept);
    swept = done.swept;
    if (!done.switched) continue;
    // Nothing can be left, unless somebody lifted our block: that would be here.
    await calling(() => sweep(copy, swept));
    return;
  }
  throw new SearchlightError(
    "store-unavailable",
    "The last of it takes too long to copy while writers wait: try again later",
  );
}
