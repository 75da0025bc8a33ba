import { FLAGS } from "./flags.ts";
import { asked, PEOPLE, type Person } from "./questions.ts";
import { search, type Side } from "./side.ts";
import { milliseconds, quantile } from "./table.ts";

/** So many searches of a process, or a few more, are its first. */
const FIRST = 150;

type Question = { readonly token: string; readonly body: string };

/**
 * So many searches, a project's in turn, and then a few of everybody's: a process that has just begun is compiled while it answers,
 * whichever engine it is, and none is measured meanwhile. Counted, not timed, so that both engines' processes have answered as many.
 * What the first of them took is told.
 */
export async function warmed(side: Side): Promise<string> {
  const [project] = PEOPLE;
  const bodies = (person: Person): Question[] => asked(person).map(([, body]) => ({ token: person.token, body }));
  const many = bodies(project);
  const everybodys = PEOPLE.flatMap(bodies);
  const first = Array.from({ length: Math.ceil(FIRST / everybodys.length) }, () => everybodys).flat();
  const questions = [...first, ...Array.from({ length: FLAGS.warm }, (_, i) => many[i % many.length]!), ...first];
  const times: number[] = [];
  for (const { token, body } of questions) times.push(await search(side, token, body));
  const [p50, p95] = [0.5, 0.95].map((share) => milliseconds(quantile(times.slice(0, first.length), share)));
  return `${side.name}: the first ${first.length} searches of the process took ${p50} ms (p95 ${p95}); ${times.length} in all before any is measured`;
}
