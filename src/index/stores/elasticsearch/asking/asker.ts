import type { Catalog } from "../../../catalog.ts";
import type { Scope } from "../../../scope.ts";

/** Who asks, and where. */
export type Asker = { readonly catalog: Catalog; readonly types: readonly string[]; readonly scope: Scope };
