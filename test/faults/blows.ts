import type { Server } from "../peers/server.ts";
import { shuffled } from "../traffic.ts";
import type { Crew } from "./crew.ts";
import type { Ground } from "./ground.ts";
import { blows } from "./plan.ts";
import type { Way } from "./storm.ts";

/** Something that befalls a run; `fall` resolves when it is over. */
type Blow = { readonly name: string; readonly fall: () => Promise<void> };

const STORM_MILLISECONDS = 3000;

const restartOf = (server: Server): Blow => ({
  name: `${server.origin} is killed and started again`,
  fall: async () => {
    await server.kill();
    await server.start();
  },
});

/** What befalls a run: the broker and the cluster once each; for the rest, workers die. */
export function blowsOf({ broker, node }: Ground, way: Way, crews: readonly Crew[], next: () => number): Blow[] {
  const workers = crews.flatMap((crew) => crew.workers.map((worker) => ({ name: crew.name, worker })));
  const death = (): Blow => {
    const { name, worker } = workers[Math.floor(next() * workers.length)]!;
    return { name: `a worker of ${name} is killed`, fall: async () => worker.kill() };
  };
  const storm: Blow = { name: "Elasticsearch refuses", fall: () => way.rage(STORM_MILLISECONDS, next) };
  const rare = [restartOf(broker), storm, ...(node ? [restartOf(node)] : [])];
  return shuffled([...rare, ...Array.from({ length: Math.max(0, blows - rare.length) }, death)], next);
}
