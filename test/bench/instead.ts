import { filledDatabase, searchIn } from "./fts5.ts";
import { FLAGS } from "./flags.ts";
import { asked, PEOPLE } from "./questions.ts";
import { post, type Side } from "./side.ts";
import { warmed } from "./warmed.ts";
import { milliseconds, print, quantile } from "./table.ts";

type Timed = { readonly found: number; readonly took: number };

async function ours({ url }: Side, token: string, body: string): Promise<Timed> {
  const { text, took } = await post(`${url}/v1/search`, body, { "x-auth-token": token });
  return { found: (JSON.parse(text) as { hits: { total: number } }).hits.total, took };
}

function timed(search: () => number): Timed {
  const began = performance.now();
  const found = search();
  return { found, took: performance.now() - began };
}

/** The searches of the table by the embedded index over HTTP, and by SQLite's FTS5 in process, in turn. */
export async function benchInstead(side: Side, folder: string): Promise<void> {
  const { database, rate } = filledDatabase(folder, FLAGS.resources);
  await warmed(side);
  const rows: string[][] = [["", "found", "embedded p50", "p95", "FTS5 p50", "p95", "times faster"]];
  for (const person of PEOPLE) {
    for (const [what, body] of asked(person)) {
      const search = searchIn(database, person, what);
      const times: [number[], number[]] = [[], []];
      let found = 0;
      for (let run = -5; run < FLAGS.runs; run++) {
        const both = [await ours(side, person.token, body), timed(search)];
        if (both[0]!.found !== both[1]!.found)
          throw new Error(`'${what}' finds ${both.map((one) => one.found).join(" and ")}`);
        found = both[0]!.found;
        if (run >= 0) for (const [i, { took }] of both.entries()) times[i]!.push(took);
      }
      const figures = times.flatMap((all) => [0.5, 0.95].map((share) => milliseconds(quantile(all, share))));
      const [own, theirs] = times.map((all) => quantile(all, 0.5)) as [number, number];
      rows.push([`${person.name}: ${what}`, found.toLocaleString("en"), ...figures, (theirs / own).toFixed(1)]);
    }
  }
  database.close();
  const title = `${FLAGS.resources.toLocaleString("en")} resources: ours over HTTP, SQLite FTS5 in process, milliseconds`;
  print(`${title}; FTS5 took in ${Math.round(rate).toLocaleString("en")} a second`, rows);
}
