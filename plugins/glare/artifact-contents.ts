import { z } from "zod";
import { isJson, type Fields, type Json } from "../../src/plugin.ts";

const Own = z.record(z.string(), z.custom<Json>(isJson));
const LINK = /^\/artifacts\/[^/]+\/([^/]+)$/;

/** The ids of artifacts that a value links to: a text, or those in a list or a map. */
function linksIn(value: Json): string[] {
  const texts: readonly Json[] = typeof value === "object" && value !== null ? Object.values(value as Fields) : [value];
  return texts.flatMap((one) => (typeof one === "string" ? (LINK.exec(one)?.[1] ?? []) : []));
}

/**
 * What only one type of artifact has, told apart by its shape, for Glare lists it all side by side: the ids of artifacts that
 * it needs (`dependencies`), and all of it as it is (`properties`).
 */
export function contentsOf(fields: Readonly<Record<string, unknown>>): Fields {
  const own = Object.entries(Own.parse(fields)).filter(([, value]) => value !== null);
  return {
    dependencies: [...new Set(own.flatMap(([, value]) => linksIn(value)))].toSorted(),
    properties: Object.fromEntries(own),
  };
}
