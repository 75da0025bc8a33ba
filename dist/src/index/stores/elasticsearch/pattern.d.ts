import type { PatternTarget, RegexpTarget } from "../../bound.ts";
import type { TypeDefinition } from "../../definition.ts";
import type { Query } from "./clause.ts";
/** A pattern against one of its targets; it only filters. */
export declare function patternQuery(definition: TypeDefinition, target: PatternTarget): Query;
/** A regular expression against one of its targets; it only filters. Nothing in it has a meaning of Lucene's own. */
export declare function regexpQuery(definition: TypeDefinition, target: RegexpTarget): Query;
