/** How far a zone's clock is ahead of UTC at a moment. All in milliseconds. */
export type Zone = (moment: number) => number;
/** The zone of an IANA name or an offset (`+02:00`); undefined where there is none of that name. */
export declare function zoneOf(name: string): Zone | undefined;
/**
 * The moment when a zone's clock first shows a local time or, where the clock was put forward over it, when that happened.
 */
export declare function momentOf(local: number, zone: Zone): number;
