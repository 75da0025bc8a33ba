import { isCollection, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { SearchlightError } from "../errors.js";
const NOT_A_FILE = "must hold 'default' and 'types', and nothing else";
const NOT_RULES = "must hold rules, such as search: [reader, admin]";
const NOT_ROLES = "must be a list of roles, such as [reader, admin]";
const roles = z
    .array(z.string({ error: "must be the name of a role" }).trim().toLowerCase().min(1, { error: "a role has a name" }), {
    error: NOT_ROLES,
})
    .optional();
const rules = z.strictObject({ search: roles, facet: roles, aggregate: roles, all_projects: roles }, { error: NOT_RULES });
const types = z.record(z.string(), rules, { error: "must hold resource types" });
const File = z.strictObject({ default: rules.optional(), types: types.optional() }, { error: NOT_A_FILE });
const refused = (problems) => new SearchlightError("bad-configuration", `SEARCHLIGHT_POLICY cannot be used:\n  - ${problems.join("\n  - ")}`);
/** Reads YAML 1.2, of which JSON is a part. */
function read(text) {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
    const mistakes = [...document.errors, ...document.warnings];
    if (mistakes.length === 0)
        return { document, lines };
    throw refused(mistakes.map(({ message, pos: [at] }) => `line ${lines.linePos(at).line}: it is not YAML or JSON: ${message}`));
}
/** What stands at a place: of an entry its name, with which it begins. */
function nodeAt({ contents }, path) {
    const [last] = path.slice(-1);
    if (last === undefined)
        return contents;
    const around = isCollection(contents)
        ? path.length === 1
            ? contents
            : contents.getIn(path.slice(0, -1), true)
        : null;
    if (isMap(around))
        return around.items.find(({ key }) => isScalar(key) && key.value === last)?.key;
    return isSeq(around) ? around.items[Number(last)] : undefined;
}
/** The line on which a place begins; where nothing is there, that of what it should be in. */
function lineOf(from, path) {
    const node = nodeAt(from.document, path);
    if (isNode(node) && node.range)
        return from.lines.linePos(node.range[0]).line;
    return path.length === 0 ? 1 : lineOf(from, path.slice(0, -1));
}
const problem = (from, path, what) => `line ${lineOf(from, path)}: ${path.length === 0 ? "the file" : path.map(String).join(" → ")} ${what}`;
/** What zod found wrong: each key that is not known is a mistake of its own. */
const problemsOf = (from, { issues }) => issues.flatMap((issue) => issue.code === "unrecognized_keys"
    ? issue.keys.map((key) => problem(from, [...issue.path, key], "is not known here"))
    : [problem(from, issue.path, issue.message)]);
/**
 * What a policy file's text says, checked: YAML or JSON; nothing in it says nothing.
 *
 * @throws SearchlightError `bad-configuration` with every mistake and its line
 */
export function readPolicyFile(text, catalog) {
    const from = read(text);
    const result = File.safeParse(from.document.toJS() ?? {});
    if (!result.success)
        throw refused(problemsOf(from, result.error));
    const unknown = Object.keys(result.data.types ?? {}).filter((type) => !catalog.has(type));
    if (unknown.length === 0)
        return result.data;
    const known = [...catalog.keys()].toSorted().join(", ");
    throw refused(unknown.map((type) => problem(from, ["types", type], `is no resource type; there are ${known}`)));
}
