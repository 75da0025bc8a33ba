import type { BoundQuery } from "../../bound.ts";
import type { TypeDefinition } from "../../definition.ts";
import type { Query } from "./clause.ts";
type Leaf<K extends BoundQuery["kind"]> = Extract<BoundQuery, {
    kind: K;
}>;
/** Any of these values, however many. */
export declare function termsQuery(definition: TypeDefinition, { key, values }: Leaf<"terms">): Query;
/** Values within bounds. An open map's entry is compared behind its name, so both sides are closed by that. */
export declare function rangeQuery(definition: TypeDefinition, { key, numbers, bounds }: Leaf<"range">): Query;
/** Documents with any value. */
export declare function existsQuery(definition: TypeDefinition, { key }: Leaf<"exists">): Query;
export {};
