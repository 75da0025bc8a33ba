import type { Probe, Reading } from "../aggregations/probe.ts";
import { type Catalog } from "../catalog.ts";
import type { Entry } from "../entry.ts";
import type { Scope } from "../scope.ts";
/** Reads the entries found, for one caller: the plain reference. */
export declare function readingsOf(catalog: Catalog, found: readonly Entry[], scope: Scope): (probe: Probe) => Reading;
