import { z } from "zod";
import { isJson, put, putPart, type Json, type Listing } from "../../src/plugin.ts";
import { contentsOf } from "./artifact-contents.ts";
import { ArtifactFields, artifactStamp } from "./artifact-fields.ts";

const Schemas = z.object({ schemas: z.record(z.string(), z.unknown()) });
const Page = z.object({
  type_name: z.string(),
  artifacts: z.array(z.record(z.string(), z.unknown())),
  next: z.string().optional(),
});

const Listed = z.object({
  type_name: z.string(),
  display_type_name: z.string().nullable().default(null),
  tags: z.array(z.string()).nullable().default([]),
  metadata: z.record(z.string(), z.custom<Json>(isJson)).nullable().default({}),
});

/** Glare answers with the fields of one type side by side with those of every type: what is none of these is the type's. */
const EVERY = new Set([...Object.keys(ArtifactFields.shape), ...Object.keys(Listed.shape), "icon", "links"]);

/** The list of all artifacts (`all`) leaves out what only one type has, so each type is listed by itself. */
export const artifactListing: Listing = {
  service: "artifact",
  perProject: false,
  rules: ["artifact:type_list", "artifact:list", "artifact:list_all_artifacts"],
  discover: {
    path: "/schemas",
    items: (answer) => Object.keys(Schemas.parse(answer).schemas).filter((type) => type !== "all"),
  },
  requests: (types) =>
    types.map((type) => ({
      path: `/artifacts/${encodeURIComponent(String(type))}?limit=200`,
      items: (answer) => {
        const { artifacts, type_name } = Page.parse(answer);
        return artifacts.map((artifact) => ({ ...artifact, type_name }));
      },
      next: (answer) => Page.parse(answer).next,
    })),
  map: (item, { observed }) => {
    const fields = ArtifactFields.parse(item);
    const { type_name, tags, ...listed } = Listed.parse(item);
    const rest = Object.entries(item as object).filter(([name]) => !EVERY.has(name));
    const contents = contentsOf(Object.fromEntries(rest));
    return [
      put(fields.id, { ...fields, type_name }, artifactStamp(fields, observed)),
      putPart(fields.id, "listed", { ...listed, tags: tags ?? [], ...contents }, { source: 0, observed }),
    ];
  },
};
