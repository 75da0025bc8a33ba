/** The part that a resource's own fields are. */
export const SELF = "self";
const at = (time) => time ?? -1;
/**
 * Whether the resource exists. By observation alone, the later word counts; in the same microsecond an event beats a
 * listing, and gone beats there. A final deletion loses only to a later complete listing, never to another event.
 */
export function exists({ life, parts }) {
    if (!parts[SELF]?.fields)
        return false;
    if (life.final !== undefined)
        return at(life.listed) > life.final && at(life.listed) > at(life.missed);
    const there = Math.max(at(life.there), at(life.listed));
    const gone = Math.max(at(life.gone), at(life.missed));
    if (there !== gone)
        return there > gone;
    return at(life.there) === there && at(life.gone) !== gone;
}
/** Newest observation in the whole state, in microseconds: how long a tombstone has been at rest. */
export function lastTold({ life, parts }) {
    const parted = Object.values(parts).map((part) => part.version[1]);
    return Math.max(0, ...Object.values(life), ...parted);
}
