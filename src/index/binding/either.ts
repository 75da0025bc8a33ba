import type { BoundQuery } from "../bound.ts";
import { NONE } from "./here.ts";

/** One of these at least; it counts as one leaf, however many there are. */
export const whichever = (of: readonly BoundQuery[]): BoundQuery => ({
  kind: "and",
  of: [{ kind: "filter", of: { kind: "or", of, atLeast: 1 } }, { kind: "all" }],
});

/** Any of these that may find something; each counts as a leaf. */
export function anyOf(leaves: readonly BoundQuery[]): BoundQuery {
  const asking = leaves.filter(({ kind }) => kind !== "none");
  return asking.length === 0 ? NONE : asking.length === 1 ? asking[0]! : { kind: "or", of: asking, atLeast: 1 };
}
