import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "ingest,search,overhead" },
    stores: { type: "string", default: "embedded,elasticsearch" },
    rounds: { type: "string", default: "3" },
    warmups: { type: "string", default: "3" },
    notifications: { type: "string", default: "30000" },
    resources: { type: "string", default: "100000" },
    sizes: { type: "string", default: "10000,30000,100000" },
    workers: { type: "string", default: "1,2,4" },
    partitions: { type: "string", default: "1,4,16" },
    runs: { type: "string", default: "100" },
    warm: { type: "string", default: "5000" },
    searchers: { type: "string", default: "0" },
    shards: { type: "string", default: "1" },
    clients: { type: "string", default: "32" },
    rate: { type: "string", default: "5000" },
    seconds: { type: "string", default: "10" },
    events: { type: "string", default: "300" },
    keep: { type: "string" },
    profile: { type: "string" },
  },
});

const numbers = (list: string): number[] => list.split(",").map(Number);

/**
 * What a run of the benchmark measures: `npm run bench -- --resources 1000000 --stores embedded`.
 *
 * - `only`: which parts; `stores`: which sides. `runs`: how often each search is asked.
 * - `notifications`: how many are taken in; `rounds`: how often each side takes them in, after `warmups` that do not count.
 * - `warm`: how many searches a process answers before anything is measured.
 * - `sizes`: how many resources the growth is shown at; `workers`, `partitions`: with how many each the ingest is.
 * - `searchers`: so many threads search in the embedded index besides the one that keeps it.
 * - `shards`: so many primary ones each type has in Elasticsearch.
 * - `clients`, `seconds`: how many ask at once, and for how long. `rate`: notifications a second that come in meanwhile.
 * - `events`: how many are followed from their sending until they are found.
 * - `profile`: a folder for CPU profiles of the API's processes.
 * - `keep`: a folder where the embedded index stays as it was filled, for the next run to copy instead of filling one.
 */
export const FLAGS = {
  only: values.only.split(","),
  stores: values.stores.split(","),
  notifications: Number(values.notifications),
  rounds: Number(values.rounds),
  warmups: Number(values.warmups),
  resources: Number(values.resources),
  sizes: numbers(values.sizes),
  workers: numbers(values.workers),
  partitions: numbers(values.partitions),
  runs: Number(values.runs),
  warm: Number(values.warm),
  searchers: Number(values.searchers),
  shards: Number(values.shards),
  clients: Number(values.clients),
  rate: Number(values.rate),
  seconds: Number(values.seconds),
  events: Number(values.events),
  keep: values.keep,
  profile: values.profile,
};
