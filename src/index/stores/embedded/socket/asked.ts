import { z } from "zod";
import { placesOf, SearchlightError } from "../../../../errors.ts";
import { isObject, type Fields } from "../../../json.ts";
import type { Operation } from "../../../operation.ts";
import type { Writer } from "../threads/engine.ts";

/** Which messages these are. Two programs that were not made for each other do not talk: both would guess. */
export const SPEAKS = "searchlight writer 1";

const told = {
  ref: z.strictObject({ type: z.string(), id: z.string() }),
  by: z.enum(["event", "listing"]),
  stamp: z.strictObject({ source: z.number(), observed: z.number() }),
};

/** All that came as JSON is. */
const fields = z.custom<Fields>(isObject);

const operation: z.ZodType<Operation> = z.discriminatedUnion("kind", [
  z.object({ ...told, kind: z.literal("put"), part: z.string(), fields: fields.nullable() }),
  z.object({ ...told, kind: z.literal("clear"), prefix: z.string() }),
  z.object({ ...told, kind: z.literal("remove"), final: z.boolean() }),
]);

const progress = z.strictObject({
  source: z.string(),
  position: z.number(),
  newest: z.number().optional(),
  at: z.number(),
});

const freshness = z.strictObject({ asOf: z.number().optional(), sources: z.array(progress) });

const id = z.int().positive();

/** All that another process may ask of the one that writes. */
const asked = z.discriminatedUnion("method", [
  z.strictObject({ id, method: z.literal("apply"), args: z.tuple([z.array(operation)]) }),
  z.strictObject({ id, method: z.literal("purge"), args: z.tuple([z.number()]) }),
  z.strictObject({ id, method: z.literal("note"), args: z.tuple([freshness]) }),
  z.strictObject({ id, method: z.literal("ready"), args: z.tuple([]) }),
]);

type Asked = z.infer<typeof asked>;

/** What a message asks. @throws SearchlightError `bad-request` saying where it is not what it should be */
export function askedIn(message: unknown): Asked {
  const read = asked.safeParse(message);
  if (read.success) return read.data;
  throw new SearchlightError("bad-request", `no call that a writer takes: ${placesOf(read.error)}`);
}

/** Does it. */
export function done(writer: Writer, call: Asked): Promise<unknown> {
  switch (call.method) {
    case "apply":
      return writer.apply(...call.args);
    case "purge":
      return writer.purge(...call.args);
    case "note":
      return writer.note(...call.args);
    case "ready":
      return writer.ready();
  }
}
