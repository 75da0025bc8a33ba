import type { Value } from "../values.ts";
import { read, type Asking, type Path } from "./probe.ts";

/** How many documents have no value of a field, where these stand for one; else none is asked for. */
export function* lacking(field: string, stand: Value | undefined, path: Path): Asking<number> {
  if (stand === undefined) return 0;
  return yield* read({ what: "documents", path: [...path, { kind: "missing", field }] });
}
