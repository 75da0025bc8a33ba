import assert from "node:assert/strict";
import { routerOf } from "../../ingest/router.ts";
import { eachOf, type Listing, type ResourcePlugin } from "../../plugin.ts";
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

/** Of what an answer is, besides its type: of one item; of these of its parts, where more than one listing is made of an item. */
export type Heading = {
  readonly type?: string | undefined;
  readonly item?: unknown;
  readonly parts?: string | undefined;
};

/** What a listing, or the one of its item's parts that the heading names, tells of an answer, and with which request. */
export function toldOfAnswer(list: Listing, answer: unknown, { item, parts }: Heading) {
  const of = item === undefined || item === null ? [] : eachOf(list);
  const each = parts === undefined ? of[0] : of.find((one) => one.parts.includes(parts));
  if (parts !== undefined && !each) assert.fail(`told.json is of parts ${parts}, which nothing lists of its item`);
  const request = each ? each.request(item) : list.requests(["any"])[0];
  if (!request) assert.fail("the listing has no request to read this answer with");
  const rows = request.items(answer);
  const told = each ? each.map(item, rows, LISTED) : rows.flatMap((row) => list.map(row, LISTED));
  return { request, told };
}

/** What a listing tells of an answer, in the form of `told.json`. */
function toldBy(plugins: readonly ResourcePlugin[], answer: unknown, says: unknown): unknown {
  const { type = plugins.find(({ list }) => list)?.type, item, parts } = (says ?? {}) as Heading;
  const list = plugins.find((plugin) => plugin.type === type)?.list;
  if (!list) assert.fail(`told.json is of type ${type}, which no plugin lists`);
  const { request, told } = toldOfAnswer(list, answer, { item, parts });
  const of = { ...(item === undefined ? {} : { item }), ...(parts === undefined ? {} : { parts }) };
  return { type, ...of, told, next: request.next?.(answer) ?? null };
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
