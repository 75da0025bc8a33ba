import { randomUUID } from "node:crypto";
import type { Client } from "@elastic/elasticsearch";
import { calling, refusal } from "./failure.ts";
import { fenceAlias, isFence } from "./names.ts";

/**
 * A fence holds writers off a generation while the last of it is copied. It is an alias, and a block on writes behind it.
 * **Invariants:** a rebuild has the next generation searched only in the same step that takes its own fence away, so one
 * whose fence somebody took away can no more; a fence is up before the block is, and goes after it, so every block of ours
 * has one; whatever came through in between is copied later, for copying is a merge.
 */
export type Fences = {
  /**
   * Said by a writer that met a block. Takes a fence away that has stood too long: whoever put it up is gone.
   * @throws SearchlightError `store-unavailable` when the block is nobody's of ours
   */
  readonly met: (index: string) => Promise<void>;
};

/** A writer waits so long behind a fence, in milliseconds. */
const PATIENCE = 10_000;

/** A rebuild stays so long behind its own fence, in milliseconds; then it lets writers on, and tries again. */
export const BEHIND_FENCE = 5000;

type Standing = { readonly fences: readonly string[]; readonly searched: boolean; readonly blocked: boolean };

/** How an index stands, all of it of one moment. */
async function standing(client: Client, index: string): Promise<Standing> {
  const answer = await calling(() =>
    client.indices.get({ index, features: ["aliases", "settings"], flat_settings: true }, { ignore: [404] }),
  );
  const { aliases = {}, settings = {} } = answer[index] ?? {};
  const blocked = (settings as Record<string, unknown>)["index.blocks.write"] === "true";
  const names = Object.keys(aliases);
  return { fences: names.filter(isFence), searched: names.some((name) => name.endsWith("-read")), blocked };
}

/** Puts a fence up and waits for the writes under way; resolves to its name. */
export async function fence(client: Client, index: string): Promise<string> {
  const alias = fenceAlias(index, randomUUID());
  await calling(() => client.indices.putAlias({ index, name: alias }));
  await calling(() => client.indices.addBlock({ index, block: "write" }));
  return alias;
}

/** Lets writers on. */
export const unblock = (client: Client, index: string): Promise<unknown> =>
  calling(() => client.indices.putSettings({ index, settings: { "index.blocks.write": null } }));

/** Takes fences away: first they become one of our own, so that none of them is good for anything, then the block goes. */
export async function takeAway(client: Client, index: string, fences: readonly string[]): Promise<void> {
  const own = fenceAlias(index, randomUUID());
  const remove = fences.map((alias) => ({ remove: { index, alias, must_exist: true } }));
  await calling(() => client.indices.updateAliases({ actions: [...remove, { add: { index, alias: own } }] }));
  await unblock(client, index);
  await calling(() => client.indices.deleteAlias({ index, name: own }, { ignore: [404] }));
}

/** Takes away whatever fences an index has. */
export async function clear(client: Client, index: string): Promise<void> {
  const { fences } = await standing(client, index);
  if (fences.length > 0) await takeAway(client, index, fences);
}

export function fencesOf(client: Client, now: () => number = () => performance.now()): Fences {
  const since = new Map<string, number>();
  return {
    async met(index) {
      const { fences, searched, blocked } = await standing(client, index);
      for (const alias of since.keys())
        if (!fences.includes(alias) && alias.startsWith(`${index}--`)) since.delete(alias);
      if (fences.length === 0 && searched && blocked) throw refusal(403, "write block");
      for (const alias of fences) if (!since.has(alias)) since.set(alias, now());
      const old = fences.every((alias) => now() - since.get(alias)! > PATIENCE);
      if (fences.length > 0 && old) await takeAway(client, index, fences);
    },
  };
}
