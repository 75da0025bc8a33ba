import type { TypeDefinition } from "./definition.ts";
import { differingFields } from "./differing.ts";
import { entryOf } from "./entry.ts";
import { merge } from "./merge.ts";
import { stateOf, type Operation } from "./operation.ts";
import { exists, lastTold, SELF, type Resource } from "./resource.ts";
import type { Stamp, Version } from "./version.ts";

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
 * How index and service differ about one resource.
 *
 * - `none`: not at all, as far as the listing can say: what events told of since is newer.
 * - `missing`: the service has it and the index does not. `extra`: the other way about.
 * - `differing`: both have it; `fields` differ (and parts, `members/p1`).
 * - `older`: both say the same, but the service says it of a later time than the index knows of.
 * - `unasked`: the index has it, the listing does not, and its owner could not be asked completely.
 */
export type Difference = "none" | "missing" | "extra" | "differing" | "older" | "unasked";

/**
 * What is to be done about one resource, and why.
 *
 * - `owner`: whose it is, as far as known.
 * - `since`: when it can have begun to differ at the earliest, in microseconds since 1970; undefined where nobody tells.
 */
export type Repair = {
  readonly difference: Difference;
  readonly operations: readonly Operation[];
  readonly fields: readonly string[];
  readonly owner: string | undefined;
  readonly since: number | undefined;
};

/** The project that owns what a state says. */
export function ownerOf(definition: TypeDefinition, state: Resource | undefined): string | undefined {
  const { owner } = definition.access;
  const name = state && owner !== undefined ? entryOf(definition, state)?.source[owner] : undefined;
  return typeof name === "string" ? name : undefined;
}

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

/** Not older than what was observed before it. */
const notBelow = (stamp: Stamp, version: Version | undefined): Stamp =>
  version && version[1] < stamp.observed && version[0] > stamp.source ? { ...stamp, source: version[0] } : stamp;

/**
 * What was told, said so that it counts against all that was observed before it: a service whose own times went back (a
 * database put back from a copy) is right about what it has all the same.
 */
function standing(held: Resource, operation: Operation): Operation {
  if (operation.kind !== "put") return operation;
  const { part, stamp } = operation;
  const slash = part.indexOf("/");
  const floor = slash < 0 ? undefined : held.floors[part.slice(0, slash)];
  return { ...operation, stamp: notBelow(notBelow(stamp, held.parts[part]?.version), floor) };
}

/** Each part that is there: what it says, and its service's own time of it. */
const saying = ({ parts }: Resource, time: boolean): string =>
  JSON.stringify(
    Object.entries(parts).flatMap(([part, { fields, version }]) =>
      fields ? [part, version[2], time ? version[0] : 0] : [],
    ),
  );

function differenceOf(held: Resource | undefined, after: Resource): Difference {
  if (!held || !exists(held)) return exists(after) ? "missing" : "none";
  if (saying(held, false) !== saying(after, false)) return "differing";
  return saying(held, true) === saying(after, true) ? "none" : "older";
}

/** A version's source where it is a time and no counter: none of our counters reaches 1973. In microseconds since 1970. */
const timeIn = (version: Version | undefined): number | undefined =>
  version && version[0] > 1e14 ? version[0] : undefined;

/**
 * What is to be done about a resource that was listed.
 *
 * Only what differs is written, so that a second comparison writes nothing. A listing that says what the index already
 * says leaves no mark, and what an event older than the listing tells later is ordered by its own version, like any event.
 * That is enough: as long as a service's times do not go back, such an event loses to the one that made the index say
 * what the listing says. It wins only where that one is lost, the resource changed and changed back within one tick of
 * the service's clock, and the older event came after the listing; or where a deletion is lost and the creation of what
 * the index never had came after the listing. Then the next listing repairs it. Where the service
 * says the same of a later time (`older`), it changed and changed back, so that later time is written.
 */
export function repairListed(definition: TypeDefinition, held: Resource | undefined, report: Report): Repair {
  const told = report.operations.map((operation) => (held ? standing(held, operation) : operation));
  const operations = [...told, ...(held ? lostParts(held, report) : [])];
  const after = operations.map(stateOf).reduce(merge, held ?? stateOf(operations[0]!));
  const difference = differenceOf(held, after);
  const fields = difference === "differing" ? differingFields(definition, held!, after) : [];
  const since = timeIn(after.parts[SELF]?.version);
  const owner = ownerOf(definition, after);
  return { difference, operations: difference === "none" ? [] : operations, fields, owner, since };
}

/**
 * What is to be done about a resource that the index has and no listing told of. `askedAt` is when an owner's resources
 * were listed completely, if they were. What was told of later is not missing.
 */
export function repairUnlisted(
  definition: TypeDefinition,
  held: Resource,
  askedAt: (owner: string | undefined) => number | undefined,
): Repair {
  const owner = ownerOf(definition, held);
  const observed = askedAt(owner);
  const since = lastTold(held);
  const nothing = { operations: [], fields: [], owner, since };
  if (!exists(held) || (observed !== undefined && since >= observed)) return { ...nothing, difference: "none" };
  if (observed === undefined) return { ...nothing, difference: "unasked" };
  const stamp = { source: 0, observed };
  const gone: Operation = { ref: held.ref, by: "listing", kind: "remove", final: false, stamp };
  return { ...nothing, difference: "extra", operations: [gone] };
}
