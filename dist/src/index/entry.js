import { accessOf } from "./access.js";
import { isObject } from "./json.js";
import { exists, SELF } from "./resource.js";
import { exactOf, fold, GAP, wordsOf } from "./text.js";
import { entriesOf, numberOf, valueOf } from "./values.js";
/** The words of every field that everybody may see, and of those that only administrators may. */
export const ANY_WORDS = "*";
export const ADMIN_WORDS = "*admin";
/** The document that the parts make: plain parts side by side (`self` last, so it wins), then what the joins add. */
export function documentOf(definition, resource) {
    const rows = new Map();
    const document = Object.create(null); // a field named __proto__ is a field
    for (const [name, { fields }] of Object.entries(resource.parts)) {
        const slash = name.indexOf("/");
        if (!fields || name === SELF)
            continue;
        if (slash < 0)
            Object.assign(document, fields);
        else {
            const [prefix, row] = [name.slice(0, slash), { key: name.slice(slash + 1), fields }];
            if (rows.get(prefix)?.push(row) === undefined)
                rows.set(prefix, [row]);
        }
    }
    Object.assign(document, resource.parts[SELF]?.fields);
    for (const [prefix, join] of Object.entries(definition.join ?? {}))
        Object.assign(document, join(rows.get(prefix) ?? []));
    const known = Object.keys(definition.schema).filter((name) => document[name] !== undefined);
    return Object.fromEntries(known.map((name) => [name, document[name]]));
}
function add(to, key, values) {
    if (values.length === 0)
        return;
    const known = (to[key] ??= []);
    for (const value of values)
        known.push(value); // spread over arguments, a long text's words would overflow the stack
}
function addWords(draft, field, keys, value) {
    const any = field.weight > 0 ? [field.admin ? ADMIN_WORDS : ANY_WORDS] : [];
    const places = [...keys, ...any];
    if (places.length === 0)
        return;
    const words = wordsOf(value);
    for (const key of places) {
        if (draft.words[key])
            draft.words[key].push(GAP);
        add(draft.words, key, words);
    }
}
function addOpen(draft, name, field, map) {
    for (const [path, value] of entriesOf(map)) {
        const key = `${name}.${path}`;
        add(draft.exact, key, [value]);
        add(draft.exact, name, [path]);
        const number = numberOf(value);
        if (number !== undefined)
            add(draft.numbers, key, [number]);
        addWords(draft, field, [], value);
    }
}
function addField(draft, name, field, value) {
    if (field.kind === "open") {
        if (isObject(value))
            addOpen(draft, name, field, value);
        return;
    }
    for (const item of Array.isArray(value) ? value : [value]) {
        const exact = valueOf(field.kind, item);
        if (exact === undefined)
            continue;
        add(draft.exact, name, [exact]);
        if (field.kind === "text")
            add(draft.folded, name, [exactOf(fold(String(exact)))]);
        if (typeof item === "string")
            addWords(draft, field, field.kind === "text" ? [name] : [], item);
    }
}
/** What engines index for this resource, or undefined when there is nothing to be seen of it. */
export function entryOf(definition, resource) {
    if (!exists(resource))
        return undefined;
    const source = documentOf(definition, resource);
    const bare = () => Object.create(null);
    const draft = { exact: bare(), numbers: bare(), words: bare(), folded: bare() };
    for (const [name, field] of Object.entries(definition.schema)) {
        if (source[name] !== undefined)
            addField(draft, name, field, source[name]);
    }
    for (const [key, values] of Object.entries(draft.exact))
        if (values.length > 1)
            draft.exact[key] = [...new Set(values)];
    const changed = (definition.changed ?? [])
        .map((name) => draft.exact[name]?.[0])
        .find((time) => typeof time === "number");
    return {
        ref: resource.ref,
        access: accessOf(definition.access, resource, source),
        source,
        ...draft,
        changed: changed ?? 0,
    };
}
