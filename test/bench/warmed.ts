import { FLAGS } from "./flags.ts";
import { asked, PEOPLE } from "./questions.ts";
import { search, type Side } from "./side.ts";
import { milliseconds, quantile } from "./table.ts";

/** So many searches of a process are its first. */
const FIRST = 150;

/**
 * All searches of the table in turn, for some seconds: a process that has just begun is compiled while it answers, whichever engine it
 * is, and none is measured meanwhile. What the first of them took is told.
 */
export async function warmed(side: Side): Promise<string> {
  const questions = PEOPLE.flatMap((person) => asked(person).map(([, body]) => ({ token: person.token, body })));
  const times: number[] = [];
  const end = performance.now() + FLAGS.warm * 1000;
  for (let i = 0; times.length < FIRST || performance.now() < end; i++) {
    const { token, body } = questions[i % questions.length]!;
    times.push(await search(side, token, body));
  }
  const [p50, p95] = [0.5, 0.95].map((share) => milliseconds(quantile(times.slice(0, FIRST), share)));
  return `${side.name}: the first ${FIRST} searches of the process took ${p50} ms (p95 ${p95}); ${times.length} in all before any is measured`;
}
