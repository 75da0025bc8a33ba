import assert from "node:assert/strict";
import { routerOf } from "../../ingest/router.ts";
import type { ResourcePlugin } from "../../plugin.ts";
import type { EventSample, ListSample, Samples } from "../samples.ts";
import type { Law } from "./law.ts";

/** Who lists, and when, in the samples of listings. */
export const LISTED = { projectId: "6d6208eb126748ecb0b9579e72ec2d0f", observed: 1_795_380_000_000_000 };

const missing = (file: string, says: unknown): string =>
  `there is no ${file} yet. The plugin says this; if it is right, make it the file:\n${JSON.stringify(says, null, 2)}`;

function eventLaw(plugins: readonly ResourcePlugin[], { name, notification, says }: EventSample): Law {
  return {
    title: `${name}: the event means what its sample says`,
    run: () => {
      const routed = routerOf(plugins)(notification);
      if ("unusable" in routed) assert.fail(routed.unusable);
      if (says === undefined) assert.fail(missing("operations.json", routed.operations));
      assert.deepEqual(routed.operations, says);
    },
  };
}

/** What a listing tells of an answer, in the form of `told.json`. */
function toldBy(plugins: readonly ResourcePlugin[], answer: unknown, says: unknown): unknown {
  const { type = plugins.find(({ list }) => list)?.type, item } = (says ?? {}) as { type?: string; item?: unknown };
  const list = plugins.find((plugin) => plugin.type === type)?.list;
  if (!list) assert.fail(`told.json is of type ${type}, which no plugin lists`);
  const each = item === undefined || item === null ? undefined : list.each;
  const request = each ? each.request(item) : list.requests(["any"])[0];
  if (!request) assert.fail("the listing has no request to read this answer with");
  const rows = request.items(answer);
  const told = each ? each.map(item, rows, LISTED) : rows.flatMap((row) => list.map(row, LISTED));
  return { type, ...(item === undefined ? {} : { item }), told, next: request.next?.(answer) ?? null };
}

function listLaw(plugins: readonly ResourcePlugin[], { name, answer, says }: ListSample): Law {
  return {
    title: `${name}: the answer means what its sample says`,
    run: () => {
      const told = toldBy(plugins, answer, says);
      if (says === undefined) assert.fail(missing("told.json", told));
      assert.deepEqual(told, says);
    },
  };
}

/** A folder is a test: what it holds means what its author says. */
export const sampleLaws = (plugins: readonly ResourcePlugin[], { events, lists }: Samples): Law[] => [
  ...events.map((sample) => eventLaw(plugins, sample)),
  ...lists.map((sample) => listLaw(plugins, sample)),
];

/** The event types that plugins read and no sample has: what is said of them was never tried. */
export function unsampled(plugins: readonly ResourcePlugin[], { events }: Samples): string[] {
  const seen = new Set(events.map(({ notification }) => notification.eventType));
  return [...new Set(plugins.flatMap((plugin) => plugin.events))].filter((event) => !seen.has(event)).toSorted();
}
