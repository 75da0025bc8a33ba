import { bindNarrower } from "../bind.ts";
import type { BoundQuery } from "../bound.ts";
import { fieldNamed } from "../catalog.ts";
import type { TypeDefinition } from "../definition.ts";
import { isNumeric } from "../schema.ts";
import type { Scope } from "../scope.ts";
import type { Narrowing, Path } from "./probe.ts";

const ALL: BoundQuery = { kind: "all" };
const NONE: BoundQuery = { kind: "none" };

function bindOne(narrowing: Narrowing, definition: TypeDefinition, scope: Scope): BoundQuery {
  if (narrowing.kind === "query") return bindNarrower(narrowing.query, definition, scope);
  if (narrowing.kind === "types") return narrowing.types.includes(definition.type) ? ALL : NONE;
  const found = fieldNamed(definition, narrowing.field, scope);
  const missing: BoundQuery = found ? { kind: "not", of: { kind: "exists", key: found.key } } : ALL;
  if (narrowing.kind === "missing") return missing;
  const numeric = found !== undefined && !found.open && isNumeric(found.field);
  if (narrowing.kind === "between") {
    const { from, to } = narrowing;
    const bounds = { ...(from !== undefined && { gte: from }), ...(to !== undefined && { lt: to }) };
    return numeric ? { kind: "range", key: found.key, numbers: false, bounds } : NONE;
  }
  // A number is no text: what is 10 in one type is not "10" in another.
  const fits = found !== undefined && numeric === (typeof narrowing.value === "number");
  const equals: BoundQuery = fits ? { kind: "terms", key: found.key, values: [narrowing.value] } : NONE;
  return narrowing.orMissing ? { kind: "or", of: [equals, missing], atLeast: 1 } : equals;
}

/** A path bound to one type and one caller: what engines narrow by. It scores nothing. */
export const bindPath = (path: Path, definition: TypeDefinition, scope: Scope): BoundQuery =>
  path.length === 0
    ? ALL
    : { kind: "filter", of: { kind: "and", of: path.map((one) => bindOne(one, definition, scope)) } };
