import type { Catalog } from "../index/catalog.ts";
import type { Freshness } from "../index/freshness.ts";
import type { Policy } from "../index/policy.ts";
import type { Identify } from "../index/scope.ts";
import type { IndexStore } from "../index/store.ts";
import type { Logger } from "../log.ts";
import type { Accept } from "./accept.ts";
import type { Limits } from "./limits.ts";

/**
 * What the API is made of, as narrow as used: it cannot write.
 *
 * - `accept`: takes notifications in; without it this process takes none.
 * - `ready`: resolves when questions can be answered, else rejects with what is wrong.
 * - `freshness`: how fresh the index is; without it nothing is known of that.
 * - `cursorKey`: what cursors are signed with; without it they are good for as long as this API runs.
 * - `now`: milliseconds since 1970.
 */
export type ApiParts = {
  readonly store: Pick<IndexStore, "search" | "get">;
  readonly catalog: Catalog;
  readonly policy: Policy;
  readonly identify: Identify;
  readonly accept?: Accept;
  readonly ready: () => Promise<void>;
  readonly log: Pick<Logger, "info" | "error">;
  readonly limits?: Partial<Limits>;
  readonly freshness?: () => Freshness;
  readonly cursorKey?: Uint8Array;
  readonly now?: () => number;
};
