/** Asks for one reading. */
export function* read(probe) {
    const [reading] = yield [probe];
    return reading;
}
/** Several calculations side by side: what all of them ask for is asked at once. */
export function* together(all) {
    const turns = all.map((one) => one.next());
    for (;;) {
        const probes = turns.flatMap((turn) => (turn.done ? [] : turn.value));
        if (probes.length === 0)
            return turns.map(({ value }) => value);
        const readings = yield probes;
        let from = 0;
        for (const [i, turn] of turns.entries()) {
            if (turn.done)
                continue;
            const to = from + turn.value.length;
            turns[i] = all[i].next(readings.slice(from, to));
            from = to;
        }
    }
}
/** Runs a calculation against an engine that answers at once. */
export function settle(asking, answer) {
    let turn = asking.next();
    while (!turn.done)
        turn = asking.next(turn.value.map(answer));
    return turn.value;
}
/** Runs a calculation on from its first readings, against an engine that must be waited for. */
export async function settleLater(asking, first, answer) {
    let turn = asking.next(first);
    while (!turn.done)
        turn = asking.next(await answer(turn.value));
    return turn.value;
}
