import { z } from "zod";
import { inObjects, type Context } from "../context.ts";
import { badRequest, below, parsed } from "../input.ts";
import type { AggregationKind } from "./kind.ts";

const ofPath = z.strictObject({ path: z.string().describe("The nested field whose objects are counted") });
const back = z.strictObject({});

/** Counts the objects of a nested field; what stands within counts objects. */
export const nested: AggregationKind = {
  schema: ofPath,
  holds: true,
  inside: (body, at, context) => inObjects(context, parsed(ofPath, body, at).path, below(at, "path")),
  read: (body, at, { inner }) => ({ kind: "nested", path: parsed(ofPath, body, at).path, ...inner }),
};

function outsideOf({ outside }: Context, at: string): Context {
  if (outside) return outside;
  throw badRequest(at, "stands within a nested aggregation, whose objects' resources it counts");
}

/** Counts the resources that have the objects of the bucket; what stands within counts resources again. */
export const reverseNested: AggregationKind = {
  schema: back,
  holds: true,
  inside: (_body, at, context) => outsideOf(context, at),
  read: (body, at, { inner }) => ({ ...parsed(back, body, at), kind: "reverse_nested", ...inner }),
};
