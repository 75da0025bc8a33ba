import { setTimeout as sleep } from "node:timers/promises";
import type { CloudAccount } from "../../../src/cloud/keystone.ts";
import { clientOf, type Client } from "./client.ts";

/** Who changes things: two people in projects of their own, and an administrator. */
export type Cast = {
  readonly one: Client;
  readonly other: Client;
  readonly admin: Client;
  readonly account: CloudAccount;
  readonly adminUser: string;
};

const PATCH = "application/openstack-images-v2.1-json-patch";
const replace = (path: string, value: unknown) => [{ op: "replace", path: `/${path}`, value }];
const TEMPLATE = {
  heat_template_version: "2018-08-31",
  resources: { it: { type: "OS::Heat::RandomString", properties: { length: 8 } } },
};

const image = async (who: Client, name: string, more: object = {}): Promise<string> =>
  String(
    (await who.ask("image", "POST", "/v2/images", { name, disk_format: "raw", container_format: "bare", ...more }))[
      "id"
    ],
  );
const change = (who: Client, id: string, path: string, value: unknown): Promise<unknown> =>
  who.ask("image", "PATCH", `/v2/images/${id}`, replace(path, value), PATCH);
const answer = (who: Client, id: string, status: string): Promise<unknown> =>
  who.ask("image", "PUT", `/v2/images/${id}/members/${who.projectId}`, { status });

/** Images made, renamed, hidden, shared and accepted, shared and rejected, given a tag, made community, deleted. */
async function images({ one, other, admin }: Cast, run: string): Promise<void> {
  const renamed = await image(one, `${run} old name`, { os_distro: "ubuntu" });
  await change(one, renamed, "name", `${run} new name`);
  await one.ask("image", "PUT", `/v2/images/${renamed}/tags/${run}`);
  const hidden = await image(one, `${run} hidden`);
  await change(one, hidden, "os_hidden", true);
  for (const [name, status] of [
    ["accepted", "accepted"],
    ["rejected", "rejected"],
    ["pending", undefined],
  ] as const) {
    const shared = await image(one, `${run} shared, ${name}`, { visibility: "shared" });
    await one.ask("image", "POST", `/v2/images/${shared}/members`, { member: other.projectId });
    if (status) await answer(other, shared, status);
  }
  const undecided = await image(one, `${run} accepted, then rejected`, { visibility: "shared" });
  await one.ask("image", "POST", `/v2/images/${undecided}/members`, { member: other.projectId });
  await answer(other, undecided, "accepted");
  await answer(other, undecided, "rejected");
  const given = await image(one, `${run} given away`);
  await change(admin, given, "owner", other.projectId);
  await change(one, await image(one, `${run} community`), "visibility", "community");
  await change(admin, await image(one, `${run} public`), "visibility", "public");
  const deleted = await image(other, `${run} again`);
  await other.ask("image", "DELETE", `/v2/images/${deleted}`);
  await image(other, `${run} again`);
}

/** Queues made, changed, deleted, and made again under the same name. */
async function queues({ one, other }: Cast, run: string): Promise<void> {
  const put = (who: Client, name: string, metadata: object): Promise<unknown> =>
    who.ask("messaging", "PUT", `/v2/queues/${run}-${name}`, metadata);
  for (const who of [one, other]) {
    await put(who, "kept", { team: "shop" });
    await put(who, "again", { take: 1 });
    await who.ask("messaging", "DELETE", `/v2/queues/${run}-again`);
    await put(who, "again", { take: 2 });
    await put(who, "gone", {});
    await who.ask("messaging", "DELETE", `/v2/queues/${run}-gone`);
  }
}

/** Waits until a stack is at rest; undefined once it is gone. */
async function rested(who: Client, id: string): Promise<string | undefined> {
  for (let tries = 0; tries < 240; tries++) {
    const { stacks } = (await who.ask("orchestration", "GET", `/stacks?id=${id.split("/")[1]}`)) as {
      stacks: readonly { stack_status: string }[];
    };
    const status = stacks[0]?.stack_status;
    if (status === undefined || !status.endsWith("_IN_PROGRESS")) return status;
    await sleep(500);
  }
  throw new Error(`the stack ${id} does not come to rest`);
}

async function stack(who: Client, name: string): Promise<string> {
  const body = { stack_name: name, template: TEMPLATE, tags: "drift" };
  for (let tries = 0; ; tries++) {
    // A small Heat is now and then too busy, and may have made the stack all the same.
    const made = await who.ask("orchestration", "POST", "/stacks", body).catch((error: unknown) => {
      if (tries === 10) throw error;
    });
    const { stacks } = (await who.ask("orchestration", "GET", `/stacks?name=${name}`)) as { stacks: { id: string }[] };
    const id = (made as { stack: { id: string } } | undefined)?.stack.id ?? stacks[0]?.id;
    if (id !== undefined) {
      await rested(who, `${name}/${id}`);
      return `${name}/${id}`;
    }
    await sleep(1000);
  }
}

/** Stacks made, deleted, and made again under the same name. */
async function stacks({ one, other }: Cast, run: string): Promise<void> {
  await stack(other, `${run}-kept`);
  const first = await stack(one, `${run}-again`);
  await one.ask("orchestration", "DELETE", `/stacks/${first}`);
  const left = await rested(one, first);
  if (left !== undefined && left !== "DELETE_COMPLETE") throw new Error(`${first} is not deleted: ${left}`);
  await stack(one, `${run}-again`);
}

/** A project with a queue, an image and a stack; then the project is deleted, and they stay behind. */
async function deletedProject({ admin, account, adminUser }: Cast, run: string): Promise<void> {
  const identity = (method: string, path: string, body?: unknown) => admin.ask("identity", method, path, body);
  const { project } = (await identity("POST", "/v3/projects", {
    project: { name: `${run}-doomed`, domain_id: "default" },
  })) as {
    project: { id: string };
  };
  const { roles } = (await identity("GET", "/v3/roles?name=admin")) as { roles: { id: string }[] };
  await identity("PUT", `/v3/projects/${project.id}/users/${admin.token.userId}/roles/${roles[0]!.id}`);
  const doomed = await clientOf(account, adminUser, project.id);
  await image(doomed, `${run} of a deleted project`);
  await doomed.ask("messaging", "PUT", `/v2/queues/${run}-doomed`, {});
  await stack(doomed, `${run}-doomed`);
  await identity("DELETE", `/v3/projects/${project.id}`);
}

/** Changes things in every service, as people do. `run` is in every name. */
export async function changeThings(cast: Cast, run: string): Promise<void> {
  for (const work of [images, queues, stacks, deletedProject]) await work(cast, run);
}
