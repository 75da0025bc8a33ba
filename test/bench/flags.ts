import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "ingest,search,overhead" },
    stores: { type: "string", default: "embedded,elasticsearch" },
    notifications: { type: "string", default: "30000" },
    resources: { type: "string", default: "100000" },
    runs: { type: "string", default: "100" },
    clients: { type: "string", default: "32" },
    rate: { type: "string", default: "5000" },
    seconds: { type: "string", default: "10" },
    keep: { type: "string" },
    profile: { type: "string" },
  },
});

/**
 * What a run of the benchmark measures: `npm run bench -- --resources 1000000 --stores embedded`.
 *
 * - `only`: which parts; `stores`: which sides. `runs`: how often each search is asked.
 * - `clients`, `seconds`: how many ask at once, and for how long. `rate`: notifications a second that come in meanwhile.
 * - `profile`: a folder for CPU profiles of the API's processes.
 * - `keep`: a folder where the embedded index stays, for the next run to open instead of filling one.
 */
export const FLAGS = {
  only: values.only.split(","),
  stores: values.stores.split(","),
  notifications: Number(values.notifications),
  resources: Number(values.resources),
  runs: Number(values.runs),
  clients: Number(values.clients),
  rate: Number(values.rate),
  seconds: Number(values.seconds),
  keep: values.keep,
  profile: values.profile,
};
