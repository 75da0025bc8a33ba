const DAY = 86_400_000;
const OFFSET = /^([+-])(\d\d):?(\d\d)$/;
const part = (parts, type) => Number(parts.find((one) => one.type === type)?.value ?? 0);
/** The clock of a named zone, by the time zone database that Node brings. */
function named(name) {
    const format = new Intl.DateTimeFormat("en-US", {
        timeZone: name,
        hourCycle: "h23",
        era: "short",
        year: "numeric",
        month: "numeric",
        day: "numeric",
        hour: "numeric",
        minute: "numeric",
        second: "numeric",
    });
    return (moment) => {
        const parts = format.formatToParts(moment);
        const before = parts.some(({ type, value }) => type === "era" && value.startsWith("B"));
        const year = before ? 1 - part(parts, "year") : part(parts, "year");
        const local = new Date(0);
        local.setUTCFullYear(year, part(parts, "month") - 1, part(parts, "day"));
        local.setUTCHours(part(parts, "hour"), part(parts, "minute"), part(parts, "second"));
        return local.getTime() - Math.floor(moment / 1000) * 1000;
    };
}
/** The zone of an IANA name or an offset (`+02:00`); undefined where there is none of that name. */
export function zoneOf(name) {
    if (name === "UTC" || name === "Z")
        return () => 0;
    const [, sign, hours, minutes] = OFFSET.exec(name) ?? [];
    const offset = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === "-" ? -1 : 1);
    if (sign !== undefined)
        return Number(hours) < 24 && Number(minutes) < 60 ? () => offset : undefined;
    try {
        return named(name);
    }
    catch {
        return undefined; // a RangeError: there is no such zone
    }
}
/**
 * The moment when a zone's clock first shows a local time or, where the clock was put forward over it, when that happened.
 */
export function momentOf(local, zone) {
    const [before, after] = [zone(local - DAY), zone(local + DAY)];
    for (const offset of [Math.max(before, after), Math.min(before, after)])
        if (zone(local - offset) === offset)
            return local - offset;
    let [low, high] = [local - Math.max(before, after), local - Math.min(before, after)];
    while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (zone(middle) === before)
            low = middle;
        else
            high = middle;
    }
    return high;
}
