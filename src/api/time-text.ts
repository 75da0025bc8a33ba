import { zoneOf } from "../index/aggregations/zone.ts";
import { dateFormat } from "./date-format.ts";

/** As Elasticsearch writes times that no format is given for: on UTC's clock with Z, on any other's with its offset. */
const PLAIN = "yyyy-MM-dd'T'HH:mm:ss.SSS";
const plain = dateFormat(PLAIN)!;

/** A time as text on a zone's clock: `2026-11-22T00:00:00.000+01:00`, or as a format says. Microseconds since 1970. */
export function timeText(microseconds: number, zone = "UTC", format?: string): string {
  const moment = Math.floor(microseconds / 1000);
  const offset = zoneOf(zone)?.(moment) ?? 0;
  const time = { moment, local: moment + offset, offset };
  const written = format === undefined ? undefined : dateFormat(format)?.(time);
  if (written !== undefined) return written;
  const utc = zone === "UTC" || zone === "Z";
  return plain(time) + (utc ? "Z" : offset === 0 ? "+00:00" : dateFormat("XXX")!(time));
}
