export const codeTable = () => ({ values: [], places: new Int32Array(8), hashes: new Uint32Array(4) });
// Values are what anybody names things: a seed of our own, so that nobody can choose names that all fall in one place.
const SEED = crypto.getRandomValues(new Uint32Array(1))[0];
const wide = new Float64Array(1);
const halves = new Uint32Array(wide.buffer);
const mix = (hash, unit) => {
    const mixed = Math.imul(hash ^ unit, 0xcc9e2d51);
    return (mixed << 13) | (mixed >>> 19);
};
function hashOf(value) {
    let hash = SEED;
    if (typeof value === "string") {
        for (let i = 0; i < value.length; i++)
            hash = mix(hash, value.charCodeAt(i));
    }
    else {
        wide[0] = value + 0; // -0 is 0, as it is when compared
        hash = mix(mix(hash, halves[0]), halves[1]);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    return (hash ^ (hash >>> 13)) >>> 0;
}
/** Where a value is, or where it would go. */
function placeOf({ values, places, hashes }, value, hash) {
    const mask = places.length - 1;
    let place = hash & mask;
    for (; places[place] !== 0; place = (place + 1) & mask) {
        const code = places[place] - 1;
        if (hashes[code] === hash && values[code] === value)
            break;
    }
    return place;
}
/** The code of a value; undefined when it has none. */
export function codeOf(table, value) {
    const found = table.places[placeOf(table, value, hashOf(value))];
    return found === 0 ? undefined : found - 1;
}
function grow(table) {
    const hashes = new Uint32Array(table.hashes.length * 2);
    hashes.set(table.hashes);
    const places = new Int32Array(hashes.length * 2);
    const mask = places.length - 1;
    for (let code = 0; code < table.values.length; code++) {
        let place = hashes[code] & mask;
        while (places[place] !== 0)
            place = (place + 1) & mask;
        places[place] = code + 1;
    }
    table.hashes = hashes;
    table.places = places;
}
/** The code of a value, the next one for a value that has none. */
export function encode(table, value) {
    const hash = hashOf(value);
    const place = placeOf(table, value, hash);
    if (table.places[place] !== 0)
        return table.places[place] - 1;
    const code = table.values.push(value) - 1;
    table.hashes[code] = hash;
    table.places[place] = code + 1;
    if (table.values.length === table.hashes.length)
        grow(table);
    return code;
}
