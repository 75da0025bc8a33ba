import type { BoundQuery } from "../bound.ts";
import type { TypeDefinition } from "../definition.ts";
import type { Scope } from "../scope.ts";
import type { Path } from "./probe.ts";
/** A path bound to one type and one caller: what engines narrow by. It scores nothing. */
export declare const bindPath: (path: Path, definition: TypeDefinition, scope: Scope) => BoundQuery;
