import { asked, PEOPLE, type Person } from "./questions.ts";
import { post, search, type Side } from "./side.ts";
import { FLAGS } from "./flags.ts";
import { warmed } from "./warmed.ts";
import { milliseconds, print, quantile } from "./table.ts";

/** What both sides find must be the same, and something (a project of a small cloud may have nothing): else the figures compare nothing. */
async function assertAlike(
  sides: readonly Side[],
  { name, token }: Person,
  what: string,
  body: string,
): Promise<number> {
  const totals = await Promise.all(
    sides.map(async ({ url }) => {
      const { text } = await post(`${url}/v1/search`, body, { "x-auth-token": token });
      return (JSON.parse(text) as { hits: { total: number } }).hits.total;
    }),
  );
  const nothing = totals[0] === 0 && name === "administrator";
  if (new Set(totals).size > 1 || nothing) throw new Error(`'${what}' finds ${totals.join(" and ")}`);
  return totals[0]!;
}

/**
 * The same search, of one side and then of the other, each after a few that do not count. Not in turn: nobody runs both engines
 * on one machine, and each would find the processor's caches full of the other's.
 */
async function measure(sides: readonly Side[], token: string, body: string): Promise<number[][]> {
  const measured: number[][] = [];
  for (const side of sides) {
    const times: number[] = [];
    for (let run = -10; run < FLAGS.runs; run++) {
      const took = await search(side, token, body);
      if (run >= 0) times.push(took);
    }
    measured.push(times);
  }
  return measured;
}

/** One client, one search after the other: p50 and p95 of each side, and how many times faster the first is. */
export async function benchSearch(sides: readonly Side[]): Promise<void> {
  console.log("");
  for (const side of sides) console.log(await warmed(side));
  const rows: string[][] = [["", "found", ...sides.flatMap(({ name }) => [`${name} p50`, "p95"]), "times faster"]];
  for (const person of PEOPLE) {
    for (const [what, body] of asked(person)) {
      const total = await assertAlike(sides, person, what, body);
      const measured = await measure(sides, person.token, body);
      const medians = measured.map((times) => quantile(times, 0.5));
      rows.push([
        `${person.name}: ${what}`,
        total.toLocaleString("en"),
        ...measured.flatMap((times, i) => [milliseconds(medians[i]!), milliseconds(quantile(times, 0.95))]),
        sides.length > 1 ? (medians[1]! / medians[0]!).toFixed(1) : "",
      ]);
    }
  }
  print(`Searches over HTTP at ${FLAGS.resources.toLocaleString("en")} resources, one client, milliseconds`, rows);
}

/** Many clients at once, for some seconds: every search of a person in turn. */
async function crowd(side: Side, person: Person, clients: number): Promise<{ rate: number; times: number[] }> {
  const questions = asked(person);
  const times: number[] = [];
  const began = performance.now();
  const client = async (first: number): Promise<void> => {
    for (let i = first; performance.now() - began < FLAGS.seconds * 1000; i++)
      times.push(await search(side, person.token, questions[i % questions.length]![1]));
  };
  await Promise.all(Array.from({ length: clients }, (_, i) => client(i)));
  return { rate: (times.length / (performance.now() - began)) * 1000, times };
}

/** Throughput with many clients, and one client's latency while notifications come in. */
export async function benchLoad(sides: readonly Side[]): Promise<void> {
  const rows: string[][] = [["", "searches a second", "p50", "p99"]];
  const add = async (side: Side, person: Person, clients: number, during: string): Promise<void> => {
    const { rate, times } = await crowd(side, person, clients);
    const figures = [0.5, 0.99].map((share) => milliseconds(quantile(times, share)));
    rows.push([`${side.name}, ${person.name}, ${during}`, Math.round(rate).toLocaleString("en"), ...figures]);
  };
  for (const side of sides) {
    for (const person of PEOPLE) await add(side, person, FLAGS.clients, `${FLAGS.clients} clients`);
    if (side.name !== "embedded") continue;
    await side.tell({ what: "change", rate: FLAGS.rate });
    for (const person of PEOPLE) await add(side, person, 1, `1 client, ${FLAGS.rate} notifications a second`);
    await side.tell({ what: "change", rate: 0 });
  }
  print(`Under load, all searches of the table in turn, ${FLAGS.seconds} s each, milliseconds`, rows);
}
