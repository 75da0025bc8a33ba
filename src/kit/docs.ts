import { flatSchema } from "../index/nested.ts";
import type { Field } from "../index/schema.ts";
import type { ResourcePlugin } from "../plugin.ts";

/** What is to be known of a field besides its kind, in words. */
const notesOf = ({ weight, facet, facets, admin, refersTo, nameOf }: Field): string =>
  [
    weight > 0 ? `free text (${weight})` : "",
    facet ? "facet" : "",
    facets.length > 0 ? `facets: ${facets.join(", ")}` : "",
    admin ? "administrators alone" : "",
    nameOf === undefined ? "" : `the name of what \`${nameOf}\` points to`,
    refersTo === undefined ? "" : `points to ${refersTo}`,
  ]
    .filter((note) => note !== "")
    .join("; ");

/** A plugin's fields as a table of Markdown, then the events that it reads. */
export function docsOf({ type, schema, shared = {}, events }: ResourcePlugin): string {
  const alias = new Map(Object.entries(shared).map(([name, own]) => [own, name]));
  const rows = Object.entries(flatSchema(type, schema)).map(([name, field]) => {
    const also = alias.get(name);
    return `| \`${name}\` | ${field.kind} | ${[also ? `also \`${also}\`` : "", notesOf(field)].filter(Boolean).join("; ")} |`;
  });
  const reads = events.length > 0 ? `Events: ${events.join(", ")}.` : "No events: it is known from listings alone.";
  return [`## ${type}`, "", "| Field | Kind | |", "| --- | --- | --- |", ...rows, "", reads].join("\n");
}
