import type { Catalog } from "../index/catalog.ts";
import type { Freshness } from "../index/freshness.ts";
import type { Policy } from "../index/policy.ts";
import type { Identify } from "../index/scope.ts";
import type { IndexStore } from "../index/store.ts";
import type { Logger } from "../log.ts";
import type { Accept } from "./accept.ts";
import type { Limits } from "./limits.ts";
import type { PluginReport } from "./plugin-report.ts";

/** All metrics of the process at this moment, in Prometheus' text format. */
export type Expose = () => Promise<{ readonly contentType: string; readonly text: string }>;

/** Told of every answered request; `route` is undefined where none was found. */
type Answered = (request: {
  readonly method: string;
  readonly route: string | undefined;
  readonly status: number;
  readonly seconds: number;
}) => void;

/**
 * What the API is made of, as narrow as used: it cannot write.
 *
 * - `plugins`: which plugins are in use and which were refused, for administrators.
 * - `accept`: takes notifications in; without it this process takes none.
 * - `ready`: resolves when questions can be answered, else rejects with what is wrong.
 * - `freshness`: how fresh the index is; without it nothing is known of that.
 * - `searchableAfter`: when what was stored is found at the latest, in milliseconds; a second without it.
 * - `namesFor`: for how long a name of another resource that was told may be told again, in milliseconds; without it each
 *   answer asks for its names. With what the store takes to find what was stored it makes less than `searchableAfter`.
 * - `expose`, `answered`: the metrics of the process, where it keeps any.
 * - `cursorKey`: what cursors are signed with; without it they are good for as long as this API runs.
 * - `now`: milliseconds since 1970.
 */
export type ApiParts = {
  readonly store: Pick<IndexStore, "search" | "suggest" | "get">;
  readonly catalog: Catalog;
  readonly policy: Policy;
  readonly identify: Identify;
  readonly plugins?: PluginReport;
  readonly accept?: Accept;
  readonly ready: () => Promise<void>;
  readonly log: Pick<Logger, "info" | "error">;
  readonly limits?: Partial<Limits>;
  readonly freshness?: () => Promise<Freshness>;
  readonly searchableAfter?: number;
  readonly namesFor?: number;
  readonly expose?: Expose;
  readonly answered?: Answered;
  readonly cursorKey?: Uint8Array;
  readonly now?: () => number;
};
