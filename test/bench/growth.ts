import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { plot } from "./plot.ts";
import { asked, PEOPLE, type Person } from "./questions.ts";
import { settled } from "./settled.ts";
import { warmed } from "./warmed.ts";
import { PREFIX, search, startSide, type Side } from "./side.ts";
import { FLAGS } from "./flags.ts";
import { milliseconds, print, quantile } from "./table.ts";

/** What one store of one size takes and gives. Times in milliseconds, all searches of a person together. */
type Grown = {
  readonly store: string;
  readonly resources: number;
  readonly rate: number;
  readonly opened: number | undefined;
  readonly memory: number | undefined;
  readonly disk: number;
  readonly times: ReadonlyMap<string, readonly number[]>;
};

const count = (number: number): string => Math.round(number).toLocaleString("en");

/** Every search of a person in turn. */
async function timesOf(side: Side, person: Person): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < FLAGS.runs; round++) {
    for (const [, body] of asked(person)) times.push(await search(side, person.token, body));
  }
  return times;
}

/** What a store's data takes on disk, in MB. */
async function diskOf(own: boolean, place: string): Promise<number> {
  if (own) return statSync(join(place, "searchlight.db")).size / 1e6;
  const answer = await fetch(`${place}/${PREFIX}*/_stats/store`);
  const { _all } = (await answer.json()) as { _all: { primaries: { store: { size_in_bytes: number } } } };
  return _all.primaries.store.size_in_bytes / 1e6;
}

async function grown(store: string, place: string, resources: number): Promise<Grown> {
  const own = store === "embedded";
  let side = await startSide(store, place, resources);
  const rate = await side.tell({ what: "fill" });
  if (own) {
    await side.stop();
    side = await startSide(store, place, resources);
    await settled(side);
  }
  await warmed(side);
  const times = new Map<string, readonly number[]>();
  for (const person of PEOPLE) times.set(person.name, await timesOf(side, person));
  const memory = own ? (await side.tell({ what: "memory" })) / 1e6 : undefined;
  const disk = await diskOf(own, place);
  await side.stop();
  return { store, resources, rate, opened: own ? side.opened / 1000 : undefined, memory, disk, times };
}

const row = ({ store, resources, rate, opened, memory, disk, times }: Grown): string[] => [
  `${store}, ${count(resources)}`,
  count(rate),
  opened?.toFixed(1) ?? "",
  memory?.toFixed(0) ?? "",
  disk.toFixed(0),
  ...[...times.values()].flatMap((all) => [0.5, 0.95].map((share) => milliseconds(quantile(all, share)))),
];

/**
 * What more resources cost each store: the same cloud at each of the sizes, filled, opened again and searched by one client.
 * `emptied` takes away what a size left in Elasticsearch.
 */
export async function benchGrowth(folder: string, elasticsearch: string, emptied: () => Promise<void>): Promise<void> {
  const all: Grown[] = [];
  for (const resources of FLAGS.sizes) {
    for (const store of FLAGS.stores) {
      const place = store === "embedded" ? join(folder, `grown-${resources}`) : elasticsearch;
      if (store === "embedded") mkdirSync(place);
      all.push(await grown(store, place, resources));
      if (store !== "embedded") await emptied();
    }
  }
  const people = PEOPLE.flatMap(({ name }) => [`${name} p50`, "p95"]);
  const head = ["", "filled a second", "opened, s", "memory, MB", "disk, MB", ...people];
  print("Growth: the searches of the table in turn, one client, milliseconds", [head, ...all.map(row)]);
  const series = FLAGS.stores.flatMap((store) =>
    PEOPLE.map(({ name }) => ({
      name: `${store}, ${name}`,
      points: all
        .filter((one) => one.store === store)
        .map(({ resources, times }): [number, number] => [resources, quantile(times.get(name)!, 0.95)]),
    })),
  );
  console.log(`\n${plot("p95 of a search in milliseconds by the number of resources", series)}`);
}
