import type { CalendarUnit, Steps } from "./aggregation.ts";
import { momentOf, zoneOf, type Zone } from "./zone.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** 1970 began on a Thursday: this is the Monday after. */
const MONDAY = 4 * DAY;

/** Months from the year 0. */
const monthsAt = (local: number): number => {
  const date = new Date(local);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};
function monthStart(months: number): number {
  const date = new Date(0);
  return date.setUTCFullYear(Math.floor(months / 12), months - Math.floor(months / 12) * 12, 1);
}

/** Where steps begin on a clock: the number of the step that a time lies in, and the time where one begins. */
type Clock = { readonly at: (time: number) => number; readonly start: (step: number) => number };

const even = (length: number, origin = 0): Clock => ({
  at: (time) => Math.floor((time - origin) / length),
  start: (step) => step * length + origin,
});
const monthly = (months: number): Clock => ({
  at: (time) => Math.floor(monthsAt(time) / months),
  start: (step) => monthStart(step * months),
});

const CALENDAR: Readonly<Record<CalendarUnit, Clock>> = {
  minute: even(MINUTE),
  hour: even(HOUR),
  day: even(DAY),
  week: even(7 * DAY, MONDAY),
  month: monthly(1),
  quarter: monthly(3),
  year: monthly(12),
};

/**
 * Ascending edges from the step of `min` to the end of that of `max`; undefined when there are more steps than `limit`.
 * Microseconds for times. An offset moves the clock: what begins at midnight begins so much later.
 */
export function edgesOf(steps: Steps, min: number, max: number, limit: number): number[] | undefined {
  if (steps.by === "number") return numbers(steps, min, max, limit);
  const zone = zoneOf(steps.zone)!;
  const clock = steps.by === "calendar" ? CALENDAR[steps.unit] : even(steps.milliseconds);
  const { offset = 0 } = steps;
  const [from, to] = [Math.floor(min / 1000) - offset, Math.floor(max / 1000) - offset];
  // What is at most an hour passes evenly, whatever is done to the clock: an hour shown twice is two hours.
  const length = clock.start(1) - clock.start(0);
  const edges = length <= HOUR ? elapsed(length, clock, zone, from, to, limit) : shown(clock, zone, from, to, limit);
  return edges?.map((edge) => (edge + offset) * 1000);
}

function elapsed(length: number, clock: Clock, zone: Zone, from: number, to: number, limit: number) {
  const first = clock.start(clock.at(from + zone(from))) - zone(from);
  const count = Math.floor((to - first) / length) + 1;
  return count > limit ? undefined : Array.from({ length: count + 1 }, (_, i) => first + i * length);
}

function shown(clock: Clock, zone: Zone, from: number, to: number, limit: number): number[] | undefined {
  const begin = (step: number): number => momentOf(clock.start(step), zone);
  let step = clock.at(from + zone(from));
  // Where the clock was put back, a step may have begun before its time was shown again.
  if (begin(step) > from) step--;
  const edges = [begin(step)];
  while (edges.at(-1)! <= to) {
    if (edges.length > limit) return undefined;
    const next = begin(++step);
    if (next > edges.at(-1)!) edges.push(next);
  }
  return edges;
}

function numbers({ width, offset }: Steps & { by: "number" }, min: number, max: number, limit: number) {
  const edge = (step: number): number => step * width + offset;
  let first = Math.floor((min - offset) / width);
  const last = Math.floor((max - offset) / width);
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(last) || last - first > limit + 2) return undefined;
  // Division rounds: the edges decide.
  if (edge(first) > min) first--;
  else if (edge(first + 1) <= min) first++;
  const edges = [edge(first)];
  while (edges.at(-1)! <= max) {
    if (edges.length > limit) return undefined;
    const next = edge(first + edges.length);
    if (next <= edges.at(-1)!) return undefined;
    edges.push(next);
  }
  return edges;
}
