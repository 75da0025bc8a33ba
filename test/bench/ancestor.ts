import type { Operation } from "../../src/index/operation.ts";
import { ancientElasticsearch } from "./ancestor/elasticsearch.ts";
import { ancientSearchlight } from "./ancestor/searchlight.ts";
import { FLAGS } from "./flags.ts";
import { resources } from "./population.ts";
import { asked, PEOPLE, type Person } from "./questions.ts";
import { post, type Side } from "./side.ts";
import { milliseconds, print, quantile } from "./table.ts";

const TYPE = "OS::Glance::Image";
const AT_ONCE = 2000;

/** An image as Glance lists it: its properties beside its own fields. */
function listed(operation: Operation): object[] {
  if (operation.ref.type !== TYPE || operation.kind !== "put") return [];
  const { properties, ...fields } = operation.fields ?? {};
  return [{ ...fields, ...(properties as object), id: operation.ref.id }];
}

/** Has Searchlight take in the images of the cloud; how many a second. */
async function filled(url: string): Promise<number> {
  const began = performance.now();
  let count = 0;
  for (let from = 0; from < FLAGS.resources; from += AT_ONCE) {
    const images = resources(from, from + AT_ONCE, FLAGS.resources).flatMap(listed);
    count += images.length;
    const answer = await fetch(`${url}/bench`, { method: "PUT", body: JSON.stringify(images) });
    if (answer.status !== 204) throw new Error(`Searchlight took no images: ${answer.status} ${await answer.text()}`);
  }
  return (count / (performance.now() - began)) * 1000;
}

/** The same question in the words of the old index and of its Elasticsearch: whole names are `name.raw`, properties stand by themselves. */
const inOldWords = (body: object): string =>
  JSON.stringify(body)
    .replaceAll('"properties.', '"')
    .replaceAll('{"prefix":{"name"', '{"prefix":{"name.raw"')
    .replaceAll('"calendar_interval"', '"interval"');

type Ask = () => Promise<{ readonly text: string; readonly took: number }>;

/** A question to ours, and to Searchlight. */
function asking(side: Side, ancestor: string, person: Person, body: string): readonly [Ask, Ask] {
  const images = { ...(JSON.parse(body) as object), type: TYPE };
  const old = `${person.userId} ${person.projectId} ${person.roles.join()}`;
  return [
    () => post(`${side.url}/v1/search`, JSON.stringify(images), { "x-auth-token": person.token }),
    () => post(`${ancestor}/v1/search`, inOldWords(images), { "x-auth-token": old }),
  ];
}

const foundBy = (text: string): number => (JSON.parse(text) as { hits: { total: number } }).hits.total;

/** What one of a project of the middle, or an administrator, asks: the searches of the table, and simply everything. */
const questions = (person: Person): (readonly [what: string, body: string])[] => [
  ...asked(person),
  ["everything", person.name === "administrator" ? '{"all_projects":true}' : "{}"],
];

/** The searches of the table, of images alone, by ours and then by Searchlight 9.0.0 on Elasticsearch 2.4.6. */
export async function benchAncestor(side: Side): Promise<void> {
  const elasticsearch = await ancientElasticsearch();
  try {
    const ancestor = await ancientSearchlight(elasticsearch.address);
    try {
      const rate = await filled(ancestor.address);
      const rows = [["", "found", "embedded p50", "p95", "Searchlight p50", "p95", "times faster"]];
      for (const person of PEOPLE)
        for (const [what, body] of questions(person)) {
          const ways = asking(side, ancestor.address, person, body);
          const found = await foundAlike(ways, person, what);
          rows.push([`${person.name}: ${what}`, found.toLocaleString("en"), ...(await compared(ways))]);
        }
      const title = `Images of ${FLAGS.resources.toLocaleString("en")} resources, ours and Searchlight 9.0.0 over HTTP, milliseconds`;
      print(`${title}; Searchlight took in ${Math.round(rate).toLocaleString("en")} a second`, rows);
    } finally {
      await ancestor.stop();
    }
  } finally {
    await elasticsearch.stop();
  }
}

/** How many both find. @throws when they differ, or an administrator finds nothing: the figures would compare nothing */
async function foundAlike(ways: readonly Ask[], { name }: Person, what: string): Promise<number> {
  const [here, there] = (await Promise.all(ways.map((ask) => ask()))).map(({ text }) => foundBy(text));
  if (here !== there || (here === 0 && name === "administrator"))
    throw new Error(`${name}: '${what}' finds ${here} and ${there}`);
  return here!;
}

/** How long each takes, each by itself as in the other tables: nobody runs both on one machine. */
async function compared(ways: readonly Ask[]): Promise<string[]> {
  const figures: [number, number][] = [];
  for (const ask of ways) {
    const times: number[] = [];
    for (let run = -10; run < FLAGS.runs; run++) {
      const { took } = await ask();
      if (run >= 0) times.push(took);
    }
    figures.push([quantile(times, 0.5), quantile(times, 0.95)]);
  }
  return [...figures.flat().map(milliseconds), (figures[1]![0] / figures[0]![0]).toFixed(1)];
}
