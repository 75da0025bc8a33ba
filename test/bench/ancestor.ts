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

/** The searches of the table, of images alone, by ours and by Searchlight 9.0.0 on Elasticsearch 2.4.6, in turn. */
export async function benchAncestor(side: Side): Promise<void> {
  const elasticsearch = await ancientElasticsearch();
  try {
    const ancestor = await ancientSearchlight(elasticsearch.address);
    try {
      const rate = await filled(ancestor.address);
      const rows = [["", "found", "embedded p50", "p95", "by Searchlight", "p50", "p95", "times faster"]];
      for (const person of PEOPLE)
        for (const [what, body] of asked(person))
          rows.push([`${person.name}: ${what}`, ...(await compared(asking(side, ancestor.address, person, body)))]);
      const title = `Images of ${FLAGS.resources.toLocaleString("en")} resources, ours and Searchlight 9.0.0 over HTTP, milliseconds`;
      print(`${title}; Searchlight took in ${Math.round(rate).toLocaleString("en")} a second`, rows);
    } finally {
      await ancestor.stop();
    }
  } finally {
    await elasticsearch.stop();
  }
}

/** What both find, and how long each takes. */
async function compared(ways: readonly [Ask, Ask]): Promise<string[]> {
  const times = ways.map((): number[] => []);
  let found: number[] = [];
  for (let run = -10; run < FLAGS.runs; run++) {
    const answers = [await ways[0](), await ways[1]()];
    found = answers.map(({ text }) => foundBy(text));
    if (run >= 0) for (const [i, { took }] of answers.entries()) times[i]!.push(took);
  }
  const [ours, theirs] = times.map((all) => [quantile(all, 0.5), quantile(all, 0.95)]) as [number[], number[]];
  const [here, there] = found.map((count) => count.toLocaleString("en")) as [string, string];
  return [here, ...ours.map(milliseconds), there, ...theirs.map(milliseconds), (theirs[0]! / ours[0]!).toFixed(1)];
}
