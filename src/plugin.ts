/**
 * All that a plugin author reads. A plugin is data and pure functions: no I/O, no state, no clock. It says what a resource
 * type looks like, who may see it, what each event means, and how the service lists its resources.
 */
import type { TypeDefinition } from "./index/definition.ts";
import { isJson, type Fields, type Json } from "./index/json.ts";
import type { Operation } from "./index/operation.ts";
import { SELF } from "./index/resource.ts";
import type { Stamp } from "./index/version.ts";
import { microseconds } from "./index/values.ts";

export { boolean, date, double, ip, keyword, long, nameOf, nested, open, text, version } from "./index/schema.ts";
export { isJson };
export type { Fields, Json, Operation, Stamp };

/** Which kit this is. It grows without changing the number; a plugin for another number is refused. */
export const KIT = 1;

/** One event as a plugin sees it. `observed` is when it was sent, in microseconds since 1970. */
export type Event = { readonly eventType: string; readonly payload: unknown; readonly observed: number };

/** What a plugin says happened: an operation, but for its type and for who says so, which the router knows. */
export type Told = Operation extends infer O
  ? O extends Operation
    ? Omit<O, "ref" | "by"> & { readonly id: string }
    : never
  : never;

/** What was told, by an event or by a listing, as an operation on a resource of this type. */
export const operationOf = (type: string, by: Operation["by"], { id, ...told }: Told): Operation => ({
  ...told,
  ref: { type, id },
  by,
});

/**
 * One listing, page by page. `path` is below the service's endpoint; `items` reads an answer's resources; `next` reads
 * the address of the page after it, of which only the query is used, or undefined at the end.
 */
export type ListRequest = {
  readonly path: string;
  readonly headers?: { readonly [name: string]: string };
  readonly items: (answer: unknown) => readonly unknown[];
  readonly next?: (answer: unknown) => string | undefined;
};

/** What a listing's mapping is told besides the item: the project whose token listed it, and the listing's own time. */
export type ListContext = { readonly projectId: string; readonly observed: number };

/**
 * A listing for one item of another, where `when` says so. It tells all the parts `<parts>/…` of its item, for each of
 * these `parts`: those that it does not tell are gone.
 */
export type EachListing = {
  readonly parts: readonly string[];
  readonly when: (item: unknown) => boolean;
  readonly request: (item: unknown) => ListRequest;
  readonly map: (item: unknown, rows: readonly unknown[], context: ListContext) => readonly Told[];
};

/**
 * How a service lists the resources of a type, as data; the shell does the calls.
 *
 * - `service`: the service's type in Keystone's catalogue (`image`).
 * - `perProject`: it is asked once a project, with a token of that project, because it answers for no other. Otherwise
 *   it is asked once, with an administrator's token, and must then tell of every project.
 * - `rules`: what the service's policy calls the right to do so; operators are told where the service refuses.
 * - `requests`: the listings that together are everything; the items of `discover`, where there is one, say what they are.
 * - `map`: one item → what it tells.
 * - `each`: a listing more, or several, for each of some items (an image's members).
 */
export type Listing = {
  readonly service: string;
  readonly perProject: boolean;
  readonly rules?: readonly string[];
  readonly discover?: ListRequest;
  readonly requests: (discovered: readonly unknown[]) => readonly ListRequest[];
  readonly map: (item: unknown, context: ListContext) => readonly Told[];
  readonly each?: EachListing | readonly EachListing[];
};

/**
 * A resource type, its events and its listing. `kit` is the kit that it was written for; only Searchlight's own plugins,
 * which come with theirs, may leave it out. `apply` returns what an event says; an empty list for an event that says
 * nothing of a resource; it throws (zod does) for a payload that is not what the service sends.
 */
export type ResourcePlugin = TypeDefinition & {
  readonly kit?: typeof KIT;
  readonly events: readonly string[];
  readonly apply: (event: Event) => readonly Told[];
  readonly list?: Listing;
};

/** The listings that are made for each item, in their order. */
export const eachOf = ({ each = [] }: Listing): readonly EachListing[] => [each].flat();

/** Checks nothing at run time; gives authors the types. */
export const definePlugin = (plugin: ResourcePlugin): ResourcePlugin => plugin;

/**
 * A version: the service's own time of the change where it tells one (null and undefined are none), then when it was
 * observed. Where the service counts changes instead, write `{ source: revision_number, observed }`.
 */
export const stamp = (observed: number, ...times: (string | null | undefined)[]): Stamp => {
  const time = times.find((candidate) => candidate !== null && candidate !== undefined && candidate !== "");
  return { source: microseconds(time ?? "") ?? 0, observed };
};

/** The resource exists and its own fields are these, all of them: a field left out is gone. */
export const put = (id: string, fields: Fields, at: Stamp): Told => ({
  kind: "put",
  id,
  part: SELF,
  fields,
  stamp: at,
});

/** A part of the resource (`members/<project>`, `listed`) is this; null says that it is gone. */
export const putPart = (id: string, part: string, fields: Fields | null, at: Stamp): Told => ({
  kind: "put",
  id,
  part,
  fields,
  stamp: at,
});

/** Every part below a prefix is gone. */
export const clearParts = (id: string, prefix: string, at: Stamp): Told => ({ kind: "clear", id, prefix, stamp: at });

/** The resource is gone. `final`: its id is never used again, so no other event brings it back. */
export const remove = (id: string, at: Stamp, { final }: { final: boolean }): Told => ({
  kind: "remove",
  id,
  final,
  stamp: at,
});
