/** Characters that a number holds exactly at 7 bits each: 2^49. */
const LENGTH = 7;
const PLAIN = 126;
/**
 * A number that orders texts as their first characters do, so that most are sorted without looking at them again. It
 * never contradicts the order of the values; where two are equal, the values decide.
 */
export function leading(value) {
    if (typeof value === "number")
        return 0;
    let key = 0;
    let plain = true;
    for (let i = 0; i < LENGTH; i++) {
        key *= 128;
        if (!plain || i >= value.length)
            continue;
        const unit = value.charCodeAt(i);
        // All that is beyond is one, and what follows it is not looked at.
        plain = unit < PLAIN;
        key += Math.min(unit, PLAIN) + 1;
    }
    return key;
}
