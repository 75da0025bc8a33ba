const bits = new DataView(new ArrayBuffer(8));
/** Every finite double is a whole multiple of 2^-1074. */
const LEAST = 1074;
/** A finite double as a multiple of 2^-1074. */
function multiple(value) {
    bits.setFloat64(0, value);
    const raw = bits.getBigUint64(0);
    const exponent = Number((raw >> 52n) & 0x7ffn);
    const fraction = raw & 0xfffffffffffffn;
    const size = exponent === 0 ? fraction : (fraction | (1n << 52n)) << BigInt(exponent - 1);
    return raw >> 63n === 1n ? -size : size;
}
/** The double nearest to a multiple of 2^-1074. */
function nearest(total) {
    const size = total < 0n ? -total : total;
    const shift = Math.max(0, size.toString(16).length * 4 - 68);
    const head = size >> BigInt(shift);
    // What is cut off only matters to a tie: then it is above it. Number() rounds once, to even.
    const sticky = head << BigInt(shift) === size ? head : head | 1n;
    const value = Number(sticky) * 2 ** (shift - LEAST);
    return total < 0n ? -value : value;
}
/**
 * The sum of numbers, each so many times, calculated exactly and rounded once: no order of adding changes it. Infinite where
 * it is beyond all doubles.
 */
export function exactSum(counts) {
    let whole = 0;
    let rest = 0n;
    for (const [value, times] of counts) {
        const next = whole + value * times;
        // Whole numbers this small add without rounding; whatever else there is is added as multiples.
        if (Number.isSafeInteger(value) && Number.isSafeInteger(value * times) && Number.isSafeInteger(next))
            whole = next;
        else
            rest += multiple(value) * BigInt(times);
    }
    return rest === 0n ? whole : nearest(rest + multiple(whole));
}
