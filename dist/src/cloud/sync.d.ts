import type { IndexStore } from "../index/store.ts";
import type { ResourcePlugin } from "../plugin.ts";
import { type CloudAccount } from "./keystone.ts";
/**
 * How a type's index was compared with its service.
 *
 * - `listed`: resources that the service told. `changed`: of those, how many the index did not have, or not like that.
 * - `gone`: removed, for the service has them no more. `kept`: not listed, but not missed either, for their project
 *   could not be asked completely. `failed`: operations that the store refused.
 * - `problems`: what went wrong, in words; with none of them, index and service agree.
 */
export type TypeReport = {
    readonly type: string;
    readonly listed: number;
    readonly changed: number;
    readonly gone: number;
    readonly kept: number;
    readonly failed: number;
    readonly problems: readonly string[];
};
export type SyncReport = {
    readonly types: readonly TypeReport[];
    readonly complete: boolean;
};
/** How far a sync is: resources listed, or operations stored of so many. */
export type SyncProgress = {
    readonly type: string;
    readonly phase: "listing" | "storing";
    readonly done: number;
    readonly of: number;
};
export type SyncOptions = {
    readonly store: Pick<IndexStore, "apply" | "scan">;
    readonly plugins: readonly ResourcePlugin[];
    /** The service account to ask with. */
    readonly cloud: CloudAccount;
    /** Only these types; none or an empty list is all. */
    readonly types?: readonly string[] | undefined;
    /** Believe an empty listing although the index has resources of the type. */
    readonly believeEmpty?: boolean;
    readonly onProgress?: (progress: SyncProgress) => void;
    readonly signal?: AbortSignal;
};
/**
 * Makes the index what the services themselves tell: lists every type that can be listed, stores what was told, removes
 * what a complete listing missed. What an event told since the listing began stays.
 *
 * @throws SearchlightError `store-unavailable` when the store does not come back; what a service cannot tell is in the report
 */
export declare function syncAll(options: SyncOptions): Promise<SyncReport>;
