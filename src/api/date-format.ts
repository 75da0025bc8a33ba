/** A moment on a zone's clock: `local` is what the clock shows, as if it were UTC; both in milliseconds. */
type ClockTime = { readonly moment: number; readonly local: number; readonly offset: number };
type Part = (time: ClockTime) => string;

const two = (number: number, length = 2): string => String(number).padStart(length, "0");
const clock = (read: (date: Date) => number, length: number): Part => {
  return ({ local }) => two(read(new Date(local)), length);
};

/** `+01:00`; `none` for UTC's own. */
const zoneText =
  (none: string): Part =>
  ({ offset }) => {
    if (offset === 0) return none;
    const minutes = Math.trunc(Math.abs(offset) / 60_000);
    return `${offset < 0 ? "-" : "+"}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
  };

/** Letters of a format, as Elasticsearch (java.time) has them. */
const LETTERS: Readonly<Record<string, Part>> = {
  yyyy: clock((date) => date.getUTCFullYear(), 4),
  uuuu: clock((date) => date.getUTCFullYear(), 4),
  MM: clock((date) => date.getUTCMonth() + 1, 2),
  M: clock((date) => date.getUTCMonth() + 1, 1),
  dd: clock((date) => date.getUTCDate(), 2),
  d: clock((date) => date.getUTCDate(), 1),
  HH: clock((date) => date.getUTCHours(), 2),
  H: clock((date) => date.getUTCHours(), 1),
  mm: clock((date) => date.getUTCMinutes(), 2),
  ss: clock((date) => date.getUTCSeconds(), 2),
  SSS: clock((date) => date.getUTCMilliseconds(), 3),
  XXX: zoneText("Z"),
};

const ISO = "yyyy-MM-dd'T'HH:mm:ss.SSSXXX";
const NAMED: Readonly<Record<string, string>> = {
  date_optional_time: ISO,
  date_time: ISO,
  date_time_no_millis: "yyyy-MM-dd'T'HH:mm:ssXXX",
  date: "yyyy-MM-dd",
  year_month_day: "yyyy-MM-dd",
  year_month: "yyyy-MM",
  year: "yyyy",
};

const TOKEN = /'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z'[\]{}#]/gy;

function partsOf(pattern: string): Part[] | undefined {
  const parts: Part[] = [];
  TOKEN.lastIndex = 0;
  for (let end = 0; end < pattern.length; end = TOKEN.lastIndex) {
    const match = TOKEN.exec(pattern);
    if (!match) return undefined;
    const [token, quoted, letter] = match;
    const text = quoted === undefined ? token : quoted === "" ? "'" : quoted.replaceAll("''", "'");
    const part = letter === undefined ? () => text : Object.hasOwn(LETTERS, token) ? LETTERS[token] : undefined;
    if (!part) return undefined;
    parts.push(part);
  }
  return parts;
}

/**
 * How a format writes times: `yyyy-MM-dd HH:mm`, a name (`strict_date`, `date_time`), `epoch_millis` or `epoch_second`; of
 * several with `||` between, the first. Undefined for letters and names that there are none of here
 * (https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/mapping-date-format).
 */
export function dateFormat(format: string): Part | undefined {
  const [first = ""] = format.split("||");
  if (first === "epoch_millis") return ({ moment }) => String(moment);
  if (first === "epoch_second") return ({ moment }) => String(Math.floor(moment / 1000));
  const name = first.replace(/^strict_/, "");
  const parts = first === "" ? undefined : partsOf(Object.hasOwn(NAMED, name) ? NAMED[name]! : first);
  return parts && ((time) => parts.map((part) => part(time)).join(""));
}
