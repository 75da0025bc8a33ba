/**
 * Compares what this project lists with what the services of a real cloud list themselves, for several people, field by
 * field. `OS_*` name the cloud and its service account; `SEARCHLIGHT_CLOUD_USERS` is `user:password:project,…`;
 * `SEARCHLIGHT_URL` is the running service. Without it an index in this process is compared: of the notifications in the
 * NDJSON files named as arguments, and then of a sync (`--no-sync` leaves that out).
 */
import { differences } from "./compare.ts";
import { inProcess, overHttp } from "./ours.ts";
import { accountOf, peopleOf } from "./people.ts";
import { truths } from "./truth.ts";

const account = accountOf(process.env);
const people = await peopleOf(account, process.env["SEARCHLIGHT_CLOUD_USERS"]);
const url = process.env["SEARCHLIGHT_URL"];
const args = process.argv.slice(2);
const files = args.filter((arg) => !arg.startsWith("--"));
const ours = url ? overHttp(url) : await inProcess(account, files, !args.includes("--no-sync"));

const SHOWN = 10;
const rows: object[] = [];
let different = 0;
for (const person of people) {
  for (const [type, list] of truths) {
    const [theirs, own] = [await list(account, person), await ours(type, person)];
    const found = differences(theirs, own);
    different += found.length;
    rows.push({ person: person.name, type, service: theirs.size, ours: own.size, differences: found.length });
    for (const { id, says } of found.slice(0, SHOWN)) console.error(`${person.name}: ${type} ${id}: ${says}`);
    if (found.length > SHOWN) console.error(`${person.name}: ${type}: ${found.length - SHOWN} more differences`);
  }
}
console.table(rows);
console.log(different === 0 ? "No differences." : `${different} differences.`);
process.exitCode = different === 0 ? 0 : 1;
