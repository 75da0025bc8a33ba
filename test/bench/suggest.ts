import { FLAGS } from "./flags.ts";
import { PEOPLE, type Person } from "./questions.ts";
import { send, type Side } from "./side.ts";
import { milliseconds, print, quantile } from "./table.ts";

/** What is typed, letter by letter: the beginning of many names, of a word within names, of one value, of nothing. */
const TYPED = ["u", "ub", "ubu", "ubuntu", "se", "server", "qcow", "zzz"];

/** How long suggestions for all that is typed take, one after the other. */
async function measure(side: Side, { name, token }: Person): Promise<number[]> {
  const times: number[] = [];
  const rounds = Math.ceil(FLAGS.runs / TYPED.length);
  for (let round = -1; round < rounds; round++) {
    for (const q of TYPED) {
      const address = `${side.url}/v1/search/suggest?q=${q}${name === "administrator" ? "&all_projects=true" : ""}`;
      const { took } = await send(address, { method: "GET", headers: { "x-auth-token": token } });
      if (round >= 0) times.push(took);
    }
  }
  return times;
}

/** One client that types: p50 and p95 of each side. */
export async function benchSuggest(sides: readonly Side[]): Promise<void> {
  const rows: string[][] = [["", ...sides.flatMap(({ name }) => [`${name} p50`, "p95"])]];
  for (const person of PEOPLE) {
    const row = [person.name as string];
    for (const side of sides) {
      const times = await measure(side, person);
      row.push(...[0.5, 0.95].map((share) => milliseconds(quantile(times, share))));
    }
    rows.push(row);
  }
  const count = FLAGS.resources.toLocaleString("en");
  print(`Suggestions over HTTP at ${count} resources for ${TYPED.join(", ")}, milliseconds`, rows);
}
