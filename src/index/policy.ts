import { z } from "zod";
import { SearchlightError } from "../errors.ts";
import type { Catalog } from "./catalog.ts";
import type { Principal } from "./scope.ts";

/** What a caller may do with the resources of a type. All but `search` need `search` too. */
export type Action = keyof typeof DEFAULTS;

/** Whether a principal may do something with a type's resources. Deny by default: a type that nobody knows is nobody's. */
export type Policy = (principal: Principal, type: string, action: Action) => boolean;

/** Who may, where a policy says nothing: as OpenStack's default policies have it. */
const DEFAULTS = {
  search: ["reader", "member", "admin"],
  facet: ["reader", "member", "admin"],
  aggregate: ["reader", "member", "admin"],
  all_projects: ["admin"],
} as const;

const NOT_A_FILE = 'must be an object: {"default": {…}, "types": {…}}';
const roles = z.array(z.string().trim().toLowerCase().min(1, { error: "a role has a name" }), {
  error: 'must be a list of roles, such as ["reader", "admin"]',
});
const rules = z.strictObject(
  {
    search: roles.optional(),
    facet: roles.optional(),
    aggregate: roles.optional(),
    all_projects: roles.optional(),
  },
  { error: (issue) => (issue.code === "unrecognized_keys" ? unknownKey(issue.keys) : "must be an object of rules") },
);
const File = z.strictObject(
  { default: rules.optional(), types: z.record(z.string(), rules).optional() },
  { error: (issue) => (issue.code === "unrecognized_keys" ? unknownKey(issue.keys) : NOT_A_FILE) },
);

const unknownKey = (keys: readonly string[]): string => `has '${keys.join("', '")}', which is not known here`;

/** The line on which a place stands: each of its names is looked for after the one before. */
function lineOf(text: string, path: readonly PropertyKey[]): number {
  const end = path
    .filter((key) => typeof key === "string")
    .reduce<number>((at, key) => Math.max(at, text.indexOf(JSON.stringify(key), at)), 0);
  return text.slice(0, end).split("\n").length;
}

const problem = (text: string, path: readonly PropertyKey[], what: string): string =>
  `line ${lineOf(text, path)}: ${path.length === 0 ? "the file" : path.map(String).join(" → ")} ${what}`;

function valueIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refused([`it is not JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

const refused = (problems: readonly string[]): SearchlightError =>
  new SearchlightError("bad-configuration", `SEARCHLIGHT_POLICY cannot be used:\n  - ${problems.join("\n  - ")}`);

/** The file's rules, checked. @throws SearchlightError `bad-configuration` with every mistake and its line */
function readFile(text: string, catalog: Catalog): z.output<typeof File> {
  const result = File.safeParse(valueIn(text));
  if (!result.success) throw refused(result.error.issues.map(({ path, message }) => problem(text, path, message)));
  const unknown = Object.keys(result.data.types ?? {}).filter((type) => !catalog.has(type));
  const known = [...catalog.keys()].toSorted().join(", ");
  if (unknown.length === 0) return result.data;
  throw refused(unknown.map((type) => problem(text, ["types", type], `is no resource type; there are ${known}`)));
}

/**
 * The policy that a file's text says, or OpenStack's defaults without one. A rule of a type comes before the file's default,
 * and that before OpenStack's.
 *
 * @throws SearchlightError `bad-configuration`
 */
export function policyOf(catalog: Catalog, text = "{}"): Policy {
  const { default: general = {}, types = {} } = readFile(text, catalog);
  const may = ({ roles }: Principal, type: string, action: Action): boolean => {
    const own = Object.hasOwn(types, type) ? types[type]![action] : undefined;
    const allowed: readonly string[] = own ?? general[action] ?? DEFAULTS[action];
    return roles.some((role) => allowed.includes(role));
  };
  return (principal, type, action) =>
    catalog.has(type) && may(principal, type, "search") && (action === "search" || may(principal, type, action));
}
