import { callAgain } from "../../src/cloud/call.ts";
import { below, endpointOf } from "../../src/cloud/endpoint.ts";
import { keystoneOf, type CloudAccount, type CloudToken } from "../../src/cloud/keystone.ts";
import type { Person } from "./people.ts";

/** What a service lists, by id, as this project's names for its fields. Written apart from the plugins, to check them. */
export type Listing = Map<string, Record<string, unknown>>;

type Item = Record<string, unknown>;

async function get(account: CloudAccount, token: CloudToken, service: string, path: string): Promise<Item> {
  const endpoint = endpointOf(token, service, account);
  if (endpoint === undefined) throw new Error(`the catalogue has no ${service}`);
  const headers = { "X-Auth-Token": token.value, "Client-ID": "0a6ff4a0-5d2c-4a51-9a3f-5e1a2f6b7c8d" };
  const answer = await callAgain({ url: below(endpoint, path), headers, seconds: 60 });
  if (answer.status !== 200) throw new Error(`${service} ${path} answered ${answer.status}`);
  return answer.body as Item;
}

const OWN_IMAGE_FIELDS =
  "name status visibility owner created_at updated_at disk_format container_format protected size virtual_size min_disk min_ram checksum tags os_hidden os_hash_algo os_hash_value".split(
    " ",
  );
const NOT_PROPERTIES = [...OWN_IMAGE_FIELDS, "id", "self", "file", "schema", "stores", "locations", "direct_url"];

const pick = (item: Item, names: readonly string[]): Item =>
  Object.fromEntries(names.map((name) => [name, item[name]]));
const omit = (item: Item, names: readonly string[]): Item =>
  Object.fromEntries(Object.entries(item).filter(([name, value]) => !names.includes(name) && value !== null));

/** Everybody's default list; for an administrator others' community images too, which `all_projects` covers here. */
async function images(account: CloudAccount, { token, admin }: Person): Promise<Listing> {
  const listing: Listing = new Map();
  let path: string | undefined = `/v2/images?limit=100${admin ? "&visibility=all" : ""}`;
  while (path !== undefined) {
    const page: Item = await get(account, token, "image", path);
    for (const item of page["images"] as Item[]) {
      const properties = Object.fromEntries(
        Object.entries(omit(item, NOT_PROPERTIES)).filter(([name]) => !name.startsWith("os_glance_")),
      );
      const stores = ((item["stores"] as string | undefined) ?? "").split(",").filter(Boolean);
      const is_public = item["visibility"] === "public";
      // Of a deactivated image Glance tells only administrators where it is stored; names of stores are no secret here.
      const where = item["status"] === "deactivated" && !admin ? {} : { stores };
      const uploading = ["saving", "uploading", "importing"].includes(String(item["status"]));
      const own = { ...pick(item, OWN_IMAGE_FIELDS), is_public, uploading, signed: "img_signature" in item };
      listing.set(String(item["id"]), { ...own, properties, ...where });
    }
    path = page["next"] as string | undefined;
  }
  return listing;
}

const OWN_ARTIFACT_FIELDS =
  "name description version status visibility owner created_at updated_at activated_at tags metadata display_type_name".split(
    " ",
  );

/** The artifacts that some values link to: texts such as `/artifacts/heat_environments/<id>`. */
const idsLinked = (value: Item): string[] =>
  [...JSON.stringify(value).matchAll(/"\/artifacts\/\w+\/([^/"]+)"/g)].map(([, id]) => id!);

async function artifacts(account: CloudAccount, { token }: Person): Promise<Listing> {
  const listing: Listing = new Map();
  const { schemas } = await get(account, token, "artifact", "/schemas");
  for (const type_name of Object.keys(schemas as Item).filter((name) => name !== "all")) {
    let path: string | undefined = `/artifacts/${type_name}?limit=100`;
    while (path !== undefined) {
      const page: Item = await get(account, token, "artifact", path);
      for (const item of page["artifacts"] as Item[]) {
        const rest = omit(item, [...OWN_ARTIFACT_FIELDS, "id", "icon", "links"]);
        const files = Object.entries(rest).filter(([, value]) => JSON.stringify(value).includes('"external":'));
        const properties = omit(
          rest,
          files.map(([name]) => name),
        );
        const dependencies = [...new Set(idsLinked(properties))];
        listing.set(String(item["id"]), { ...pick(item, OWN_ARTIFACT_FIELDS), type_name, properties, dependencies });
      }
      path = page["next"] as string | undefined;
    }
  }
  return listing;
}

async function queuesOf(account: CloudAccount, token: CloudToken, listing: Listing): Promise<void> {
  for (let marker = ""; ;) {
    const page = await get(account, token, "messaging", `/v2/queues?detailed=true&limit=20${marker}`);
    const queues = page["queues"] as { name: string; metadata: Item }[];
    if (queues.length === 0) return;
    for (const { name, metadata } of queues)
      listing.set(`${token.projectId}/${name}`, { name, project_id: token.projectId, metadata });
    marker = `&marker=${encodeURIComponent(queues.at(-1)!.name)}`;
  }
}

/** Queue by queue, as for queues. How old a subscription is changes with every question. */
async function subscriptionsOf(account: CloudAccount, token: CloudToken, listing: Listing): Promise<void> {
  const queues: Listing = new Map();
  await queuesOf(account, token, queues);
  for (const { name } of queues.values())
    for (let marker = ""; ;) {
      const path = `/v2/queues/${encodeURIComponent(String(name))}/subscriptions?limit=20${marker}`;
      const { subscriptions } = (await get(account, token, "messaging", path)) as { subscriptions: Item[] };
      if (subscriptions.length === 0) break;
      for (const { id, source, ...item } of subscriptions) {
        const at = { queue: source, queue_id: `${token.projectId}/${String(source)}`, project_id: token.projectId };
        const options = item["options"] ?? {}; // none at all, of one that Heat made
        listing.set(String(id), { ...pick(item, ["subscriber", "ttl", "confirmed"]), options, ...at });
      }
      marker = `&marker=${String(subscriptions.at(-1)!["id"])}`;
    }
}

/** Zaqar tells nobody, not even an administrator, of what is another project's: all of it is every project's own. */
const everyProjects =
  (list: typeof queuesOf) =>
  async (account: CloudAccount, { token, admin }: Person): Promise<Listing> => {
    const listing: Listing = new Map();
    if (!admin) await list(account, token, listing);
    else {
      const keystone = keystoneOf(account);
      for (const { id } of await keystone.projects()) await list(account, await keystone.token(id), listing);
    }
    return listing;
  };

/** What only an administrator may list is for anybody else as if it were not. */
const administrators =
  (service: string, path: string, key: string, names: readonly string[]) =>
  async (account: CloudAccount, { token, admin }: Person): Promise<Listing> => {
    const listing: Listing = new Map();
    for (let next: string | undefined = admin ? path : undefined; next !== undefined;) {
      const page: Item = await get(account, token, service, next);
      for (const item of page[key] as Item[]) listing.set(String(item["id"]), pick(item, names));
      next = page["next"] as string | undefined;
    }
    return listing;
  };

const PROJECT_FIELDS = "name description domain_id parent_id enabled tags".split(" ");
const allProjects = administrators("identity", "/v3/projects", "projects", PROJECT_FIELDS);

/** Everybody may read the project of their token, and only administrators list them all. */
async function projects(account: CloudAccount, person: Person): Promise<Listing> {
  if (person.admin) return allProjects(account, person);
  const { projectId = "" } = person.token;
  const { project } = (await get(account, person.token, "identity", `/v3/projects/${projectId}`)) as { project: Item };
  return new Map([[projectId, pick(project, PROJECT_FIELDS)]]);
}

const USER_FIELDS = "name email domain_id enabled".split(" ");
const allUsers = administrators("identity", "/v3/users", "users", USER_FIELDS);

/** Everybody may read themselves, and only administrators list all. */
async function users(account: CloudAccount, person: Person): Promise<Listing> {
  if (person.admin) return allUsers(account, person);
  const { userId } = person.token;
  const { user } = (await get(account, person.token, "identity", `/v3/users/${userId}`)) as { user: Item };
  return new Map([[userId, pick(user, USER_FIELDS)]]);
}
const TASK_FIELDS = "type status owner created_at updated_at expires_at".split(" ");
const tasks = administrators("image", "/v2/tasks?limit=100", "tasks", TASK_FIELDS);

/** The names of a stack's outputs, which Heat tells the stack's own project. */
async function outputsOf(account: CloudAccount, token: CloudToken, { id, stack_name }: Item): Promise<string[]> {
  const path = `/stacks/${String(stack_name)}/${String(id)}/outputs`;
  const { outputs } = (await get(account, token, "orchestration", path)) as { outputs: { output_key: string }[] };
  return outputs.map(({ output_key }) => output_key);
}

/** What a stack holds, which Heat tells the stack's own project, by the names that searches know it under. */
async function heldBy(account: CloudAccount, token: CloudToken, { id, stack_name }: Item): Promise<Item> {
  const path = `/stacks/${String(stack_name)}/${String(id)}/resources`;
  const { resources } = (await get(account, token, "orchestration", path)) as { resources: Item[] };
  return {
    "resources.name": resources.map((held) => held["resource_name"]),
    "resources.type": resources.map((held) => held["resource_type"]),
    "resources.status": resources.map((held) => held["resource_status"]),
    "resources.physical_resource_id": resources.map((held) => held["physical_resource_id"] || null),
  };
}

const CONFIG_FIELDS = "name group".split(" ");

async function configsOf(account: CloudAccount, token: CloudToken, listing: Listing): Promise<void> {
  const { software_configs } = await get(account, token, "orchestration", "/software_configs?limit=1000");
  for (const { project = token.projectId, creation_time: created_at, ...item } of software_configs as Item[])
    listing.set(String(item["id"]), { ...pick(item, CONFIG_FIELDS), created_at, project_id: project });
}

const DEPLOYMENT_FIELDS = "server_id config_id action status status_reason".split(" ");

/** An administrator's token is told everybody's deployments, and not whose they are. */
async function deploymentsOf(account: CloudAccount, token: CloudToken, listing: Listing): Promise<void> {
  if (token.roles.includes("admin")) return;
  const { software_deployments } = await get(account, token, "orchestration", "/software_deployments");
  for (const item of software_deployments as Item[])
    listing.set(String(item["id"]), { ...pick(item, DEPLOYMENT_FIELDS), project_id: token.projectId });
}

/** Heat's default list, which leaves out nested and hidden stacks. Descriptions are always empty in it. */
async function stacks(account: CloudAccount, { token }: Person): Promise<Listing> {
  const listing: Listing = new Map();
  const page = await get(account, token, "orchestration", "/stacks");
  for (const item of page["stacks"] as Item[]) {
    const own = (item["project"] ?? token.projectId) === token.projectId;
    listing.set(String(item["id"]), {
      ...(own ? { outputs: await outputsOf(account, token, item), ...(await heldBy(account, token, item)) } : {}),
      name: item["stack_name"],
      status: item["stack_status"],
      status_reason: item["stack_status_reason"],
      username: item["stack_owner"],
      created_at: item["creation_time"],
      updated_at: item["updated_time"],
      tags: item["tags"] ?? [],
      parent: item["parent"],
      project_id: item["project"] ?? token.projectId,
    });
  }
  return listing;
}

/** Namespaces and what each holds, by name. */
async function metadefs(account: CloudAccount, { token }: Person): Promise<Listing> {
  const listing: Listing = new Map();
  for (let path: string | undefined = "/v2/metadefs/namespaces?limit=100"; path !== undefined;) {
    const page: Item = await get(account, token, "image", path);
    for (const { namespace } of page["namespaces"] as { namespace: string }[]) {
      const whole = await get(account, token, "image", `/v2/metadefs/namespaces/${encodeURIComponent(namespace)}`);
      const names = (value: unknown): unknown[] => ((value ?? []) as Item[]).map(({ name }) => name);
      listing.set(namespace, {
        ...pick(
          whole,
          "namespace display_name description visibility protected owner created_at updated_at".split(" "),
        ),
        tags: names(whole["tags"]),
        "objects.name": names(whole["objects"]),
        "properties.name": Object.keys(whole["properties"] ?? {}),
        "resource_types.name": names(whole["resource_type_associations"]),
      });
    }
    path = page["next"] as string | undefined;
  }
  return listing;
}

/** Each type, and how its service is asked what somebody has. */
export const truths: readonly (readonly [
  type: string,
  list: (account: CloudAccount, person: Person) => Promise<Listing>,
])[] = [
  ["OS::Glance::Image", images],
  ["OS::Glare::Artifact", artifacts],
  ["OS::Zaqar::Queue", everyProjects(queuesOf)],
  ["OS::Zaqar::Subscription", everyProjects(subscriptionsOf)],
  ["OS::Heat::Stack", stacks],
  ["OS::Heat::SoftwareConfig", everyProjects(configsOf)],
  ["OS::Heat::SoftwareDeployment", everyProjects(deploymentsOf)],
  ["OS::Glance::Metadef", metadefs],
  ["OS::Glance::Task", tasks],
  ["OS::Keystone::Project", projects],
  ["OS::Keystone::User", users],
];
