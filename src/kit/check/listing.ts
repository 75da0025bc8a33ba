import type { Flaw } from "../../index/flaw.ts";
import { isObject } from "../../index/json.ts";

/** What each part of something must be: a `typeof`, or `list`, or either; with a question mark where it may be left out. */
type Shape = { readonly [name: string]: string };

const LISTING: Shape = {
  service: "string",
  perProject: "boolean",
  rules: "list?",
  discover: "object?",
  requests: "function",
  map: "function",
  each: "object or list?",
};
const REQUEST: Shape = { path: "string", headers: "object?", items: "function", next: "function?" };
const EACH: Shape = { parts: "list", when: "function", request: "function", map: "function" };

function shapeFlaws(at: string, value: unknown, shape: Shape): Flaw[] {
  if (!isObject(value)) return [{ at, says: `must be an object with ${Object.keys(shape).join(", ")}` }];
  const wrong = Object.entries(shape).flatMap(([name, kind]): Flaw[] => {
    const optional = kind.endsWith("?");
    const is = value[name];
    const kinds = kind.replace("?", "").split(" or ");
    if (kinds.includes(Array.isArray(is) ? "list" : typeof is) || (optional && is === undefined)) return [];
    return [{ at: `${at}.${name}`, says: `must be a ${kind.replace("?", "")}` }];
  });
  const unknown = Object.keys(value).filter((name) => !Object.hasOwn(shape, name));
  return [
    ...wrong,
    ...unknown.map((name) => ({ at: `${at}.${name}`, says: `is none of ${Object.keys(shape).join(", ")}` })),
  ];
}

function requestFlaws(at: string, request: unknown): Flaw[] {
  const flaws = shapeFlaws(at, request, REQUEST);
  if (flaws.length > 0) return flaws;
  const { path } = request as { path: string };
  return path.startsWith("/")
    ? []
    : [{ at: `${at}.path`, says: "must begin with / and is below the service's endpoint" }];
}

function requestsFlaws(requests: unknown): Flaw[] {
  const at = "list.requests";
  if (typeof requests !== "function") return [];
  try {
    const all: unknown = requests([]);
    if (!Array.isArray(all)) return [{ at, says: "must return a list of requests" }];
    return all.flatMap((request, i) => requestFlaws(`${at}.${i}`, request));
  } catch (error) {
    return [{ at, says: `fails when nothing was discovered: ${String(error)}` }];
  }
}

/** What is wrong with the form of a listing. */
export function listingFlaws(list: unknown): Flaw[] {
  if (list === undefined) return [];
  const flaws = shapeFlaws("list", list, LISTING);
  if (!isObject(list)) return flaws;
  const { discover, each, requests } = list;
  return [
    ...flaws,
    ...(isObject(discover) ? requestFlaws("list.discover", discover) : []),
    ...(isObject(each) ? shapeFlaws("list.each", each, EACH) : []),
    ...(Array.isArray(each) ? each.flatMap((one, i) => shapeFlaws(`list.each.${i}`, one, EACH)) : []),
    ...requestsFlaws(requests),
  ];
}
