import { accepts, automatonOf } from "./automaton.js";
import { fieldNamed } from "./catalog.js";
import { isObject } from "./json.js";
import { fuzzyMatcher, fuzzyWord } from "./fuzzy.js";
import { hasNear, nearWords } from "./near.js";
import { mapPattern, matcherOf } from "./pattern.js";
import { foldedRegexp } from "./regexp-text.js";
import { exactOf, findPhrase, fold, piecesOf, wordsOf } from "./text.js";
import { entriesOf } from "./values.js";
const NOTHING = new Set();
const indexes = (words, test) => new Set(words.keys().filter((i) => test(words[i], i)));
/** Indexes of all words of all the places where `length` words side by side pass the test at their first. */
function runs(words, length, startsAt) {
    const starts = [...words.keys()].filter(startsAt);
    return new Set(starts.flatMap((start) => Array.from({ length }, (_, i) => start + i)));
}
function marksOf(asked, mode) {
    if (asked.length === 0)
        return () => NOTHING;
    if (mode === "any" || mode === "all")
        return (words) => indexes(words, (word) => asked.includes(word));
    const head = mode === "prefix" ? asked.slice(0, -1) : asked;
    const tail = mode === "prefix" ? asked.at(-1) : "";
    return (words) => runs(words, asked.length, (start) => (head.length === 0 || findPhrase(words.slice(start, start + head.length), head) === 0) &&
        (mode !== "prefix" || words[start + head.length]?.startsWith(tail) === true));
}
/** The markers of a query: of all that it asks for, and nothing that it refuses. */
function markersOf(query, keysOf) {
    switch (query.kind) {
        case "and":
        case "or":
            return query.of.flatMap((part) => markersOf(part, keysOf));
        case "filter":
        case "boost":
            return markersOf(query.of, keysOf);
        case "terms": {
            const values = new Set(query.values.map((value) => exactOf(String(value))));
            const whole = (value) => values.has(exactOf(value));
            return [{ fields: keysOf([{ name: query.field }]), words: () => NOTHING, whole }];
        }
        case "words": {
            const text = exactOf(query.text);
            const whole = (value, { kind }) => kind !== "text" && exactOf(value) === text;
            return [{ fields: keysOf(query.fields), words: marksOf(wordsOf(query.text), query.mode), whole }];
        }
        case "regexp": {
            const [exact, folded] = [automatonOf(query.regexp), automatonOf(foldedRegexp(query.regexp))];
            const whole = (value, { kind }) => kind === "text" ? accepts(folded, fold(exactOf(value))) : accepts(exact, exactOf(value));
            const words = (words) => indexes(words, (word) => accepts(folded, word));
            return [{ fields: keysOf(query.fields), words, whole }];
        }
        case "near": {
            const near = nearWords(wordsOf(query.text), query.slop);
            const text = exactOf(query.text);
            const whole = (value, { kind }) => kind !== "text" && exactOf(value) === text;
            const marked = (words) => hasNear(words, near) ? indexes(words, (word) => near.words.includes(word)) : NOTHING;
            return [{ fields: keysOf(query.fields), words: marked, whole }];
        }
        case "some": {
            const words = wordsOf(query.text).map((word) => fuzzyMatcher(fuzzyWord(word, query.edits, query.prefix)));
            const text = fuzzyMatcher(fuzzyWord(exactOf(query.text), query.edits, query.prefix));
            const whole = (value, { kind }) => kind !== "text" && text(exactOf(value));
            const near = (word) => words.some((test) => test(word));
            return [{ fields: keysOf(query.fields), words: (words) => indexes(words, near), whole }];
        }
        case "pattern": {
            const [exact, folded] = [
                matcherOf(mapPattern(query.pattern, exactOf)),
                matcherOf(mapPattern(query.pattern, fold)),
            ];
            const whole = (value, { kind }) => kind === "text" ? folded(fold(exactOf(value))) : exact(exactOf(value));
            return [{ fields: keysOf(query.fields), words: (words) => indexes(words, folded), whole }];
        }
        default:
            return [];
    }
}
/** The value in runs; undefined where nothing in it is marked. */
function runsOf(value, key, field, markers) {
    const named = markers.filter(({ fields }) => fields !== "any" && fields.has(key));
    if (named.some(({ whole }) => whole(value, field)))
        return [{ text: value, marked: true }];
    const wordy = markers.filter(({ fields }) => fields === "any" && field.weight > 0);
    const all = field.kind === "text" ? [...wordy, ...named] : wordy;
    if (all.length === 0)
        return undefined;
    const pieces = piecesOf(value);
    const words = pieces.flatMap(({ word }) => (word === null ? [] : [word]));
    const marked = new Set(all.flatMap((marker) => [...marker.words(words)]));
    if (marked.size === 0)
        return undefined;
    let at = -1;
    return pieces.map(({ text, word }) => ({ text, marked: word !== null && marked.has(++at) }));
}
/** The marked value, whole if it is short, else the parts of it that hold a mark. */
function fragmentsOf(runs, { pre, post, length, fragments }) {
    const parts = [[]];
    let room = length;
    for (const run of runs) {
        if (fragments > 0 && room < run.text.length && parts.at(-1).length > 0) {
            parts.push([]);
            room = length;
        }
        parts.at(-1).push(run);
        room -= run.text.length;
    }
    return parts
        .filter((part) => part.some(({ marked }) => marked))
        .map((part) => part.map(({ text, marked }) => (marked ? pre + text + post : text)).join(""));
}
/** The texts of a field, by the key that queries know them under. */
function* textsOf(name, field, value) {
    if (field.kind === "open") {
        if (isObject(value))
            for (const [path, text] of entriesOf(value))
                yield [`${name}.${path}`, text];
        return;
    }
    for (const item of Array.isArray(value) ? value : [value])
        if (typeof item === "string")
            yield [name, item];
}
/**
 * Says, for a document of this type as the caller sees it, where the caller's own query matches: fragments by field. Pure,
 * and of what is given only, so it can tell nothing that the document does not.
 */
export function highlighter(definition, scope, query, highlight) {
    const keysOf = (fields) => fields === "any" ? fields : new Set(fields.flatMap(({ name }) => fieldNamed(definition, name, scope)?.key ?? []));
    const markers = markersOf(query, keysOf);
    const wanted = highlight.fields.map(matcherOf);
    return (source) => {
        const found = {};
        for (const [name, value] of Object.entries(source)) {
            const field = definition.schema[name];
            for (const [key, text] of field ? textsOf(name, field, value) : []) {
                const runs = wanted.some((test) => test(key)) ? runsOf(text, key, field, markers) : undefined;
                if (runs)
                    found[key] = [...(Object.hasOwn(found, key) ? found[key] : []), ...fragmentsOf(runs, highlight)];
            }
        }
        return highlight.fragments === 0
            ? found
            : Object.fromEntries(Object.entries(found).map(([key, all]) => [key, all.slice(0, highlight.fragments)]));
    };
}
