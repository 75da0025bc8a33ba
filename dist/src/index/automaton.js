import { SearchlightError } from "../errors.js";
/** How large an automaton may become, and how much work it may be to make: both follow from the expression alone. */
const PLACES = 2000;
const STATES = 1000;
const WORK = 2_000_000;
const tooComplex = () => new SearchlightError("bad-request", "the regular expression is too complex: repeat less, or search for a part of it");
function placeIn(places) {
    if (places.length >= PLACES)
        throw tooComplex();
    return places.push({ free: [], set: undefined, to: -1 }) - 1;
}
/** Lays an expression from a place on; the place where it ends. */
function lay(places, regexp, from) {
    if (regexp.kind === "row")
        return regexp.of.reduce((at, part) => lay(places, part, at), from);
    if (regexp.kind === "times")
        return layTimes(places, regexp, from);
    const end = placeIn(places);
    if (regexp.kind === "set") {
        const start = placeIn(places);
        places[from].free.push(start);
        Object.assign(places[start], { set: regexp.ranges, to: end });
    }
    else
        for (const part of regexp.of)
            places[lay(places, part, from)].free.push(end);
    return end;
}
function layTimes(places, { of, least, most }, from) {
    let at = from;
    for (let i = 0; i < least; i++)
        at = lay(places, of, at);
    const end = placeIn(places);
    if (most === undefined) {
        const again = placeIn(places);
        places[at].free.push(again);
        places[lay(places, of, again)].free.push(again);
        places[again].free.push(end);
        return end;
    }
    for (let i = least; i < most; i++) {
        places[at].free.push(end);
        const start = placeIn(places);
        places[at].free.push(start);
        at = lay(places, of, start);
    }
    places[at].free.push(end);
    return end;
}
/** All places that these reach without a character, in order. */
function reached(places, from) {
    const found = new Set(from);
    for (const place of found)
        for (const next of places[place].free)
            found.add(next);
    return [...found].toSorted((a, b) => a - b);
}
const holds = (set, point) => set.some(([first, last]) => first <= point && point <= last);
/** @throws SearchlightError `bad-request` for an expression that is too complex */
export function automatonOf(regexp) {
    const places = [];
    const start = placeIn(places);
    const end = lay(places, regexp, start);
    const edges = places.flatMap(({ set }) => (set ?? []).flatMap(([first, last]) => [first, last + 1]));
    const bounds = [...new Set([0, ...edges])].toSorted((a, b) => a - b);
    const states = [];
    const known = new Map();
    const stateOf = (set) => {
        const key = set.join();
        const state = known.get(key) ?? states.push(set) - 1;
        known.set(key, state);
        if (states.length > STATES)
            throw tooComplex();
        return state;
    };
    const next = [];
    stateOf(reached(places, [start]));
    let work = 0;
    for (let state = 0; state < states.length; state++) {
        const going = states[state].map((place) => places[place]).filter(({ set }) => set !== undefined);
        work += (going.length + 1) * bounds.length;
        if (work > WORK)
            throw tooComplex();
        for (const point of bounds) {
            const to = going.filter(({ set }) => holds(set, point)).map((place) => place.to);
            const all = reached(places, to);
            work += all.length;
            next.push(all.length === 0 ? -1 : stateOf(all));
        }
    }
    return { bounds, next: Int32Array.from(next), accepts: states.map((set) => set.includes(end)) };
}
/** The class of a character: the last bound that is not above it. */
function classOf(bounds, point) {
    let low = 0;
    for (let high = bounds.length; high - low > 1;) {
        const middle = (low + high) >>> 1;
        if (bounds[middle] <= point)
            low = middle;
        else
            high = middle;
    }
    return low;
}
/** Whether the whole of a text matches. */
export function accepts({ bounds, next, accepts }, text) {
    let state = 0;
    for (const char of text) {
        state = next[state * bounds.length + classOf(bounds, char.codePointAt(0))];
        if (state < 0)
            return false;
    }
    return accepts[state];
}
