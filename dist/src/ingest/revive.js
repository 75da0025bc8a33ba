import { handle } from "./handle.js";
const BATCH = 100;
const isWhole = ({ cut }) => cut === undefined;
async function* inBatches(letters) {
    let held = [];
    for await (const letter of letters) {
        held.push(letter);
        if (held.length < BATCH)
            continue;
        yield held;
        held = [];
    }
    if (held.length > 0)
        yield held;
}
/** Tries letters again; one result for each. What was cut is not what was sent: it stays rejected, for the same reason. */
async function tryAgain(letters, { route, store }) {
    const whole = letters.filter(isWhole);
    const results = await handle(whole.map(({ record }) => record), route, store);
    return letters.map((letter) => isWhole(letter) ? results[whole.indexOf(letter)] : { result: "rejected", reason: letter.reason });
}
/** The newest letter of each place that letters are in order in. */
const newestOf = (letters) => new Map(letters.map((letter) => [letter.id.split("/").slice(0, -1).join("/"), letter])).values();
/**
 * Tries every dead letter again. One that is rejected again is put anew, with its new reason, before the old ones are
 * forgotten: whenever this ends early, no letter is lost, and trying again does no harm.
 *
 * @throws SearchlightError `store-unavailable`, `service-failed`: nothing is lost; run it again
 */
export async function revive(parts) {
    const counts = { stored: 0, ignored: 0, rejected: 0 };
    const { deadLetters, onBatch } = parts;
    for await (const letters of inBatches(deadLetters.all())) {
        const results = await tryAgain(letters, parts);
        const again = results.flatMap((one, i) => {
            const { record, cut } = letters[i];
            return one.result === "rejected" ? [{ record, reason: one.reason, ...(cut !== undefined && { cut }) }] : [];
        });
        if (again.length > 0)
            await deadLetters.put(again);
        for (const letter of newestOf(letters))
            await deadLetters.forgetThrough(letter);
        for (const { result } of results)
            counts[result]++;
        onBatch?.(counts);
    }
    return counts;
}
