import assert from "node:assert/strict";
import fc from "fast-check";
import { createApp, type App } from "../../../src/api/app.ts";
import type { ApiParts } from "../../../src/api/parts.ts";
import type { Freshness } from "../../../src/index/freshness.ts";
import { partsOf } from "../world.ts";
import { ALWAYS, askings, type Asking } from "./questions.ts";
import type { Slot } from "./slots.ts";
import { told } from "./told.ts";
import { twinsFor, type Twins } from "./twin-worlds.ts";
import { identify, type Viewpoint } from "./viewpoints.ts";

type Store = ApiParts["store"];

/** A way to look at a store: the store itself, or one that forgets something. */
export type Seen = (store: Store) => Store;

/** What each of two worlds says of its freshness: the times are theirs, and where its sources are is administrators' to know. */
const freshness = async (i: number): Promise<Freshness> => ({
  asOf: Date.parse("2026-11-22T17:00:00Z") + i * 5000,
  sources: [{ source: "notifications.info/0", position: 7 + i, newest: undefined, at: 0 }],
});

/** An API over a world, for one who asks. */
async function opened(slot: Slot, twins: Twins, i: 0 | 1, { policy, hidden }: Viewpoint, seen: Seen): Promise<App> {
  const store = seen(await slot.hold(twins[i]));
  // What administrators know of the process itself is the same in both worlds where one of them asks.
  const same = hidden.fields ? i : 0;
  const expose = async () => ({ contentType: "text/plain", text: `searches ${same}` });
  return createApp({
    ...(await partsOf([])),
    store,
    namesFor: 60_000,
    policy,
    identify,
    expose,
    freshness: () => freshness(same),
  });
}

/** What is told of one world is told of its twin. `slots` are where the two are. */
export const twinsAreOne = (
  slots: readonly [Slot, Slot],
  view: Viewpoint,
  { questions, seen = (store) => store }: { readonly questions: number; readonly seen?: Seen },
): fc.IAsyncPropertyWithHooks<[Twins, Asking[]]> =>
  fc.asyncProperty(
    twinsFor(view.hidden),
    fc.array(askings, { minLength: 1, maxLength: questions, size: "max" }),
    async (twins, asked) => {
      const a = await opened(slots[0], twins, 0, view, seen);
      const b = await opened(slots[1], twins, 1, view, seen);
      for (const question of [...ALWAYS, ...asked])
        assert.deepEqual(
          await told(b, view.token, question),
          await told(a, view.token, question),
          JSON.stringify(question),
        );
    },
  );
