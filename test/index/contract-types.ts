import type { TypeDefinition } from "../../src/index/definition.ts";
import {
  boolean,
  date,
  double,
  ip,
  keyword,
  long,
  nameOf,
  nested,
  open,
  text,
  version,
} from "../../src/index/schema.ts";

/** Made-up types that between them use everything a definition can say; the store contract runs on these. */
const rocket: TypeDefinition = {
  type: "Test::Acme::Rocket",
  schema: {
    id: keyword(),
    name: text({ weight: 4 }),
    description: text(),
    status: keyword({ facet: true }),
    stage: version(),
    owner: keyword(),
    captain: keyword(),
    visibility: keyword({ facet: true }),
    size: long(),
    thrust: double(),
    crewed: boolean({ facet: true }),
    created_at: date(),
    updated_at: date(),
    tags: keyword({ facet: true }),
    properties: open({ facets: ["os_distro"] }),
    members: keyword({ facet: true, admin: true }),
    secret: text({ admin: true, weight: 2 }),
    hidden: boolean(),
    address: ip(),
    crew: nested({
      name: text({ weight: 3 }),
      role: keyword({ facet: true }),
      age: long(),
      born: date(),
      host: ip(),
      clearance: keyword({ admin: true }),
    }),
    checks: nested({ note: text(), passed: boolean() }, { admin: true }),
  },
  access: {
    owner: "owner",
    self: "captain",
    public: { visibility: "public" },
    byIdOnly: { visibility: "community" },
    sharedBy: { parts: "members", accepted: { status: "accepted" }, when: { visibility: "shared" } },
  },
  shared: { project_id: "owner" },
  changed: ["updated_at", "created_at"],
  hiddenBy: "hidden",
  join: {
    members: (rows) => ({
      members: rows.filter(({ fields }) => fields["status"] === "accepted").map(({ key }) => key),
    }),
  },
};

const probe: TypeDefinition = {
  type: "Test::Acme::Probe",
  schema: {
    id: keyword(),
    name: text({ weight: 4 }),
    status: keyword({ facet: true }),
    project_id: keyword(),
    size: long({ facet: true }),
    created_at: date(),
    metadata: open(),
    rocket: keyword({ refersTo: "Test::Acme::Rocket" }),
    rocket_name: nameOf("rocket"),
    pad: keyword({ refersTo: "Test::Elsewhere::Pad" }),
  },
  access: { owner: "project_id" },
  changed: ["created_at"],
};

const audit: TypeDefinition = {
  type: "Test::Acme::Audit",
  schema: {
    id: keyword(),
    name: text(),
    status: keyword({ facet: true }),
    noted: date(),
    auditor: keyword({ admin: true }),
  },
  access: { adminOnly: true, owner: "auditor" },
  shared: { created_at: "noted", project_id: "auditor" },
};

export const plugins: readonly TypeDefinition[] = [rocket, probe, audit];
