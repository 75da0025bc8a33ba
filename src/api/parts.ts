import type { Catalog } from "../index/catalog.ts";
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
 * - `cursorKey`: what cursors are signed with; without it they are good for as long as this API runs.
 * - `now`: milliseconds since 1970.
 */
export type ApiParts = {
  readonly store: Pick<IndexStore, "search" | "get">;
  readonly catalog: Catalog;
  readonly identify: Identify;
  readonly accept?: Accept;
  readonly ready: () => Promise<void>;
  readonly log: Pick<Logger, "info" | "error">;
  readonly limits?: Partial<Limits>;
  readonly cursorKey?: Uint8Array;
  readonly now?: () => number;
};
