import type { CompositeSource } from "../index/aggregations/aggregation.ts";
import type { FieldKind } from "../index/schema.ts";
import { valueOf, versionText, type Value } from "../index/values.ts";

/** A key of a composite as clients are given it, and give it back to go on behind it. */
export type ShownKey = string | number | boolean | null;

/** Times in milliseconds since 1970, with a fraction where they are finer: two times are never one key. */
export function keyShown(key: Value | null, source: CompositeSource, kind: FieldKind): ShownKey {
  if (key === null) return null;
  if (source.by === "steps") return source.steps.by === "number" ? key : Number(key) / 1000;
  if (kind === "date") return Number(key) / 1000;
  if (kind === "version") return versionText(String(key));
  return kind === "boolean" ? key === "true" : key;
}

/** The key that was shown so; undefined for what none is shown as. */
export function keyGiven(shown: ShownKey, source: CompositeSource, kind: FieldKind): Value | null | undefined {
  if (shown === null) return null;
  const time = source.by === "steps" ? source.steps.by !== "number" : kind === "date";
  if (time) return typeof shown === "number" ? Math.round(shown * 1000) : undefined;
  if (source.by === "steps") return typeof shown === "number" ? shown : undefined;
  return valueOf(kind === "open" ? "keyword" : kind, shown);
}
