import { cpSync, existsSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { FLAGS } from "./flags.ts";
import { settled } from "./settled.ts";
import { startSide, type Side } from "./side.ts";
import { print } from "./table.ts";

type Filled = { readonly side: Side; readonly row: readonly string[] };

const databaseIn = (place: string): string => join(place, "searchlight.db");

/** Fills the index at this place, with what there is to be; how many resources a second. */
async function filledAt(place: string): Promise<number> {
  mkdirSync(place, { recursive: true });
  const side = await startSide("embedded", place, FLAGS.resources);
  const rate = await side.tell({ what: "fill" });
  await side.stop();
  return rate;
}

/** Filled, or filled by an earlier run; opened again, and where it is kept a copy of it: what this run writes is none of the next one's. */
async function embedded(folder: string): Promise<Filled> {
  const place = join(folder, "search");
  const kept = FLAGS.keep ?? place;
  const rate = existsSync(databaseIn(kept)) ? undefined : await filledAt(kept);
  if (kept !== place) cpSync(kept, place, { recursive: true });
  const side = await startSide("embedded", place, FLAGS.resources);
  await settled(side);
  const memory = await side.tell({ what: "memory" });
  const figures = [side.opened / 1000, memory / 1e6, statSync(databaseIn(place)).size / 1e6];
  const [opened, ...sizes] = figures.map((figure, i) => figure.toFixed(i === 0 ? 1 : 0));
  return { side, row: ["embedded", rate?.toFixed(0) ?? "", opened!, ...sizes] };
}

async function elasticsearch(node: string): Promise<Filled> {
  const side = await startSide("elasticsearch", node, FLAGS.resources);
  const rate = await side.tell({ what: "fill" });
  return { side, row: ["elasticsearch", rate.toFixed(0), "", "", ""] };
}

/** Fills each side, opens the embedded one again, and says what that took. */
export async function filledSides(folder: string, node: string): Promise<Side[]> {
  const filled: Filled[] = [];
  for (const name of FLAGS.stores)
    filled.push(name === "embedded" ? await embedded(folder) : await elasticsearch(node));
  const head = ["", "resources a second", "opened again, s", "memory, MB", "on disk, MB"];
  print(`Filling with ${FLAGS.resources.toLocaleString("en")} resources`, [head, ...filled.map(({ row }) => [...row])]);
  return filled.map(({ side }) => side);
}
