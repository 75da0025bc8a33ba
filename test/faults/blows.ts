import type { Server } from "../peers/server.ts";
import { shuffled } from "../traffic.ts";
import type { Crew } from "./crew.ts";
import type { Ground } from "./ground.ts";
import { blows } from "./plan.ts";
import type { Way } from "./storm.ts";

/** Something that befalls a run; resolves when it is over. */
type Blow = () => Promise<void>;

const restart = async (server: Server): Promise<void> => {
  await server.kill();
  await server.start();
};

/** What befalls a run: the broker and the cluster once each; for the rest, workers die. */
export function blowsOf({ broker, node }: Ground, way: Way, crews: readonly Crew[], next: () => number): Blow[] {
  const workers = crews.flatMap((crew) => crew.workers);
  const kill = async (): Promise<void> => workers[Math.floor(next() * workers.length)]!.kill();
  const rare = [() => restart(broker), () => way.rage(3000, next), ...(node ? [() => restart(node)] : [])];
  return shuffled([...rare, ...Array.from({ length: Math.max(0, blows - rare.length) }, () => kill)], next);
}
