import type { TypeDefinition } from "./definition.ts";
import { entryOf } from "./entry.ts";
import { merge } from "./merge.ts";
import { stateOf, type Operation } from "./operation.ts";
import { exists, lastTold, type Resource } from "./resource.ts";

/**
 * What a listing told of one resource. `whole` are the prefixes of parts of which it told all: a part below one that is
 * not among the operations is gone. `observed` is the listing's time in microseconds since 1970.
 */
export type Report = {
  readonly operations: readonly Operation[];
  readonly whole: readonly string[];
  readonly observed: number;
};

/**
 * What is to be done about one resource, and what that is: `kept` is one that was not listed although the index has it,
 * where its project could not be asked completely.
 */
export type Repair = {
  readonly operations: readonly Operation[];
  readonly change: "none" | "new" | "changed" | "gone" | "kept";
};

const NOTHING: Repair = { operations: [], change: "none" };

/** Parts that are not there any more. They go at their own version: a change since then, told by an event, stays. */
function lostParts({ ref, parts }: Resource, { operations, whole, observed }: Report): Operation[] {
  const told = new Set(operations.flatMap((operation) => (operation.kind === "put" ? [operation.part] : [])));
  return Object.entries(parts)
    .filter(([part, { fields }]) => fields && !told.has(part) && whole.some((prefix) => part.startsWith(`${prefix}/`)))
    .map(([part, { version }]) => {
      const stamp = { source: version[0], observed };
      return { kind: "put", ref, part, fields: null, by: "listing", stamp };
    });
}

/** Whether two states of one resource say the same, whenever they were told it. */
function sameContent(a: Resource, b: Resource): boolean {
  const hashes = ({ parts }: Resource): string =>
    JSON.stringify(Object.entries(parts).flatMap(([part, { fields, version }]) => (fields ? [part, version[2]] : [])));
  return hashes(a) === hashes(b);
}

/**
 * Compares what the index holds of a resource with what a listing told of it, either of which may be missing. What was
 * told is always stored, even when it is nothing new: it outlives older events that are still on their way.
 *
 * `askedAt` is when an owner's resources were listed completely, if they were. What was told of later is not missing.
 */
export function reconcile(
  definition: TypeDefinition,
  held: Resource | undefined,
  report: Report | undefined,
  askedAt: (owner: string | undefined) => number | undefined,
): Repair {
  if (report) {
    const operations = [...report.operations, ...(held ? lostParts(held, report) : [])];
    const after = operations.map(stateOf).reduce(merge, held ?? stateOf(operations[0]!));
    if (!held || !exists(held)) return { operations, change: exists(after) ? "new" : "none" };
    return { operations, change: sameContent(held, after) ? "none" : "changed" };
  }
  const entry = held && entryOf(definition, held);
  if (!held || !entry) return NOTHING;
  const owner = definition.access.owner === undefined ? undefined : entry.source[definition.access.owner];
  const observed = askedAt(typeof owner === "string" ? owner : undefined);
  if (observed === undefined) return { operations: [], change: "kept" };
  if (lastTold(held) >= observed) return NOTHING;
  const gone: Operation = {
    ref: held.ref,
    by: "listing",
    kind: "remove",
    final: false,
    stamp: { source: 0, observed },
  };
  return { operations: [gone], change: "gone" };
}
