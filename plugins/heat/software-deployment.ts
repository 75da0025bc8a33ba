import { z } from "zod";
import { date, definePlugin, keyword, nameOf, put, stamp, text } from "../../src/plugin.ts";

const Word = z.string().nullable().default(null);

const Deployment = z.object({
  id: z.string().min(1).max(255),
  server_id: Word,
  config_id: Word,
  action: Word,
  status: Word,
  status_reason: Word,
  creation_time: Word,
  updated_time: Word,
});

const Deployments = z.object({ software_deployments: z.array(z.unknown()) });
const Configs = z.object({ software_configs: z.array(z.unknown()) });

/** A configuration is told with its project to an administrator's token, and to no other. */
const toldToAll = (config: unknown): boolean => z.object({ project: z.string() }).safeParse(config).success;

/**
 * Software deployments of Heat, which notifies of none: all is from listings. Heat does not say whose one is. A project's
 * token is told the project's own; an administrator's is told everybody's and so is not asked. Nor is a project without
 * a configuration: it has no deployment, and Heat tells those of a stack's servers to the project of their users too.
 * What goes in and comes out is left out: it can be secret.
 */
export const softwareDeployment = definePlugin({
  type: "OS::Heat::SoftwareDeployment",
  events: [],
  schema: {
    id: keyword(),
    status: keyword({ facet: true }),
    status_reason: text({ weight: 1 }),
    action: keyword({ facet: true }),
    server_id: keyword({ refersTo: "OS::Nova::Server" }),
    config_id: keyword({ refersTo: "OS::Heat::SoftwareConfig" }),
    project_id: keyword({ facet: true, refersTo: "OS::Keystone::Project" }),
    project_name: nameOf("project_id"),
    created_at: date(),
    updated_at: date(),
  },
  access: { owner: "project_id" },
  changed: ["updated_at", "created_at"],
  apply: () => [],
  list: {
    service: "orchestration",
    perProject: true,
    rules: ["software_configs:index", "software_deployments:index"],
    discover: { path: "/software_configs?limit=1", items: (answer) => Configs.parse(answer).software_configs },
    requests: (configs) =>
      configs.length === 0 || configs.some(toldToAll)
        ? []
        : [{ path: "/software_deployments", items: (answer) => Deployments.parse(answer).software_deployments }],
    map: (item, { projectId, observed }) => {
      const { creation_time: created_at, updated_time: updated_at, ...fields } = Deployment.parse(item);
      return [
        put(
          fields.id,
          { ...fields, created_at, updated_at, project_id: projectId },
          stamp(observed, updated_at, created_at),
        ),
      ];
    },
  },
});
