/** A line of a plot: its name, and [x, y] of each of its points, all above 0. */
export type Series = { readonly name: string; readonly points: readonly (readonly [x: number, y: number])[] };

const WIDTH = 64;
const HEIGHT = 16;
const MARKS = "ox+*#@";

/** Where a value stands between the least and the most of an axis whose steps are factors, from 0 to `cells` - 1. */
function place(value: number, [least, most]: readonly [number, number], cells: number): number {
  if (most === least) return 0;
  return Math.round((Math.log(value / least) / Math.log(most / least)) * (cells - 1));
}

const spanOf = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];

/** A plot as text, both axes by factors: a straight line that rises by one decade in one is growth in proportion. */
export function plot(title: string, series: readonly Series[]): string {
  const points = series.flatMap((one) => one.points);
  const [xs, ys] = [spanOf(points.map(([x]) => x)), spanOf(points.map(([, y]) => y))];
  const cells = Array.from({ length: HEIGHT }, () => Array<string>(WIDTH).fill(" "));
  for (const [i, one] of series.entries())
    for (const [x, y] of one.points) {
      const line = cells[HEIGHT - 1 - place(y, ys, HEIGHT)]!;
      const at = place(x, xs, WIDTH);
      line[at] = line[at] === " " ? MARKS[i]! : "=";
    }
  const side = [ys[1].toPrecision(3), ys[0].toPrecision(3)];
  const margin = Math.max(...side.map((text) => text.length));
  const labelled = (text: string, line: readonly string[]): string => `${text.padStart(margin)} |${line.join("")}`;
  const lines = cells.map((line, i) => labelled(i === 0 ? side[0]! : i === HEIGHT - 1 ? side[1]! : "", line));
  const [from, to] = xs.map((x) => x.toLocaleString("en")) as [string, string];
  const foot = `${" ".repeat(margin)} +${"-".repeat(WIDTH)}`;
  const ends = `${" ".repeat(margin + 2)}${from}${to.padStart(WIDTH - from.length)}`;
  const legend = series.map(({ name }, i) => `${MARKS[i]} ${name}`).join("   ");
  return [title, "", ...lines, foot, ends, "", `${legend}   = several`].join("\n");
}
