import { z } from "zod";
import {
  boolean,
  date,
  definePlugin,
  keyword,
  nameOf,
  long,
  nested,
  open,
  put,
  remove,
  text,
  version,
} from "../../src/plugin.ts";
import { ArtifactFields, artifactStamp } from "./artifact-fields.ts";
import { artifactListing } from "./artifact-listing.ts";

const ACTIONS = "create update upload set_location delete_blob activate publish deactivate reactivate delete".split(
  " ",
);

const Payload = ArtifactFields.extend({ type: z.string().min(1) });

/**
 * Artifacts of Glare, of every type. Their project lists them, and everybody does once they are public, deactivated ones
 * too. Events do not tell tags, metadata and what only one type of artifact has (its files, the artifacts that it needs, its
 * own properties): the listing does.
 */
export const artifact = definePlugin({
  type: "OS::Glare::Artifact",
  events: ACTIONS.map((action) => `artifact.artifact:${action}`),
  schema: {
    id: keyword(),
    name: text({ weight: 4 }),
    description: text(),
    type_name: keyword({ facet: true }),
    display_type_name: keyword(),
    version: version(),
    status: keyword({ facet: true }),
    visibility: keyword({ facet: true }),
    owner: keyword({ facet: true, refersTo: "OS::Keystone::Project" }),
    project_name: nameOf("owner"),
    created_at: date(),
    updated_at: date(),
    activated_at: date(),
    tags: keyword({ facet: true }),
    metadata: open(),
    properties: open(),
    dependencies: keyword({ refersTo: "OS::Glare::Artifact" }),
    blobs: nested({
      name: keyword(),
      status: keyword({ facet: true }),
      content_type: keyword({ facet: true }),
      size: long(),
      external: boolean({ facet: true }),
      url: keyword({ weight: 0 }),
      md5: keyword(),
      sha256: keyword(),
    }),
  },
  access: { owner: "owner", public: { visibility: "public" } },
  shared: { project_id: "owner" },
  changed: ["updated_at", "created_at"],
  apply: ({ eventType, payload, observed }) => {
    const { type, ...fields } = Payload.parse(payload);
    const at = artifactStamp(fields, observed);
    if (eventType.endsWith(":delete") || fields.status === "deleted") return [remove(fields.id, at, { final: true })];
    return [put(fields.id, { ...fields, type_name: type }, at)];
  },
  list: artifactListing,
});
