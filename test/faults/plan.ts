const given = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);

/** How long a run is; `npm run test:faults` says more than these. `blows` is what befalls it. */
export const events = given("FAULTS_EVENTS", 6000);
export const resources = given("FAULTS_RESOURCES", 600);
export const blows = given("FAULTS_BLOWS", 6);

/** Whether Elasticsearch is one of our own, to be ended and started again; else only the way to it breaks. */
export const restarts = process.env["FAULTS_RESTARTS"] === "true";

const first = given("FAULTS_SEED", Math.floor(Math.random() * 1e6));

/** The seeds to run with, one after another; the first is FAULTS_SEED, else any. */
export const seeds: readonly number[] = Array.from({ length: given("FAULTS_SEEDS", 1) }, (_, i) => first + i);

/** What a worker's memory may come to at most, in MiB: its `VmHWM`, so all that was ever resident. */
export const MEBIBYTES = 1024;

/** A laggard's plan: what it finds when it comes back, and of how many resources that is. */
export const backlog = given("LAGGARD_EVENTS", 6000);
export const laggardResources = given("LAGGARD_RESOURCES", 300);

/** What a laggard's memory may come to at most, in MiB, as above. */
export const LAGGARD_MEBIBYTES = 1024;
