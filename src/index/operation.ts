import { hashOf, type Fields } from "./json.ts";
import { SELF, type Life, type Ref, type Resource } from "./resource.ts";
import type { Stamp, Version } from "./version.ts";

/**
 * What happened, as data. `by` is who says so: an event, or a listing of the service.
 *
 * - `put`: a part holds these fields (or, with null, is gone). Putting `self` says that the resource exists.
 * - `clear`: every part below a prefix is gone.
 * - `remove`: the resource is gone; `final` where its id is never used again.
 */
export type Operation = { readonly ref: Ref; readonly by: "event" | "listing"; readonly stamp: Stamp } & (
  | { readonly kind: "put"; readonly part: string; readonly fields: Fields | null }
  | { readonly kind: "clear"; readonly prefix: string }
  | { readonly kind: "remove"; readonly final: boolean }
);

const versionOf = (stamp: Stamp, hash: string): Version => [stamp.source, stamp.observed, hash];

function lifeOf(operation: Operation): Life {
  const { observed } = operation.stamp;
  const listing = operation.by === "listing";
  if (operation.kind === "remove") {
    if (listing) return { missed: observed };
    return operation.final ? { final: observed } : { gone: observed };
  }
  if (operation.kind !== "put" || operation.part !== SELF) return {};
  return listing ? { listed: observed } : { there: observed };
}

/** The smallest state that says just this operation; applying it is `merge(state, stateOf(operation))`. */
export function stateOf(operation: Operation): Resource {
  const { ref, stamp } = operation;
  const life = lifeOf(operation);
  if (operation.kind === "put") {
    const version = versionOf(stamp, hashOf(operation.fields));
    return { ref, life, parts: { [operation.part]: { version, fields: operation.fields } }, floors: {} };
  }
  const floors = operation.kind === "clear" ? { [operation.prefix]: versionOf(stamp, "") } : {};
  return { ref, life, parts: {}, floors };
}
