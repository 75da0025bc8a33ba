import type { SomeTarget } from "../../bound.ts";
import type { TypeDefinition } from "../../definition.ts";
import type { Query } from "./clause.ts";
/** At least so many words of one target; it only filters. */
export declare function someQuery(definition: TypeDefinition, { key, on, words, atLeast }: SomeTarget): Query;
