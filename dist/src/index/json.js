import { createHash } from "node:crypto";
/** True for a JSON object (not null, not a list). */
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** True for what JSON can say, nested at most `levels` deep: what is deeper would be too much for whatever walks it. */
export function isJson(value, levels = 20) {
    if (value === null || ["string", "boolean"].includes(typeof value))
        return true;
    if (typeof value === "number")
        return Number.isFinite(value);
    if (typeof value !== "object" || levels === 0)
        return false;
    return Object.values(value).every((item) => isJson(item, levels - 1));
}
/** The one text of a value: keys sorted by code unit, no spaces. Equal values give equal texts. */
export function canonical(value) {
    if (value === null || typeof value !== "object")
        return JSON.stringify(value);
    if (Array.isArray(value))
        return `[${value.map(canonical).join(",")}]`;
    const object = value;
    const keys = Object.keys(object).toSorted();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(object[key])}`).join(",")}}`;
}
/** 64 bits of SHA-256 over the canonical text, as 16 hexadecimal digits. */
export const hashOf = (value) => createHash("sha256").update(canonical(value)).digest("hex").slice(0, 16);
