import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { softwareDeployment } from "../../plugins/heat/software-deployment.ts";
import { stack } from "../../plugins/heat/stack.ts";
import { documentOf } from "../../src/index/entry.ts";
import type { Json } from "../../src/index/json.ts";
import { operationOf, put, type Told } from "../../src/plugin.ts";
import { LISTED } from "../../src/kit/laws/samples.ts";
import { statesOf } from "../../src/kit/laws/told.ts";

const sample = (name: string, file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../samples/heat/${name}/${file}`, import.meta.url), "utf8"));

/** The document that a stack's sample of resources makes. */
function documentOfSample(name: string): { readonly [field: string]: Json } {
  const { item, told } = sample(name, "told.json") as { item: { id: string }; told: Told[] };
  const said = [put(item.id, { id: item.id }, { source: 0, observed: 1 }), ...told];
  const [state] = statesOf(said.map((one) => operationOf(stack.type, "listing", one))).values();
  return documentOf(stack, state!);
}

describe("what a stack holds", () => {
  test("is a nested field, one object a resource", () => {
    const { resources } = documentOfSample("list.resources");
    const [first] = resources as Json[];
    assert.equal((resources as Json[]).length, 11);
    assert.deepEqual(first, {
      name: "config",
      type: "OS::Heat::SoftwareConfig",
      status: "CREATE_COMPLETE",
      physical_resource_id: "37fd583d-74c2-49c7-8111-a13f1ce85548",
    });
  });

  test("is related by the ids of resources of our types: a queue's has its project, whatever holds a stack has that stack's", () => {
    const { stacks, queues, subscriptions, configs, deployments, images } = documentOfSample("list.resources");
    assert.deepEqual(
      { stacks, queues, subscriptions, configs, deployments, images },
      {
        stacks: [
          "782e06ad-de56-4933-8029-9767bb0eec19",
          "a23cb74c-6d1a-4075-8b32-2c6c665e8bbf",
          "22ebed07-1c3e-4ddd-bf54-d4e467f1f070",
        ],
        queues: [`${LISTED.projectId}/jobs-24769`, `${LISTED.projectId}/holds-alice-24769-unnamed-qa5qu4t5bqgf`],
        subscriptions: ["0b2519ea-a970-44b2-bc3c-696dc7ce9b73"],
        configs: ["37fd583d-74c2-49c7-8111-a13f1ce85548"],
        deployments: ["b45d46d2-a73b-4aa0-bfa3-574ffceaa8ba"],
        images: [],
      },
    );
  });

  test("is related to what only administrators make", () => {
    const { images, projects, users } = documentOfSample("list.resources.for-an-administrator");
    assert.deepEqual(
      { images, projects, users },
      {
        images: ["ccdaadcc-510d-473d-9017-dd6b2a62e8c2"],
        projects: ["bdfb9dfff0e04e19b0d7cafd3549ac28"],
        users: ["6678bcd67f7a4e358b8bc0ecd2ca992c"],
      },
    );
  });
});

describe("software deployments", () => {
  const requestsFor = (configs: readonly unknown[]): string[] =>
    softwareDeployment.list!.requests(configs).map(({ path }) => path);
  const configsOf = (name: string): readonly unknown[] =>
    softwareDeployment.list!.discover!.items(sample(`list.software-configs.${name}`, "answer.json"));

  test("are listed with a project's token", () => {
    assert.deepEqual(requestsFor(configsOf("of-a-project")), ["/software_deployments"]);
  });

  test("are not with an administrator's, which is told everybody's without their projects", () => {
    assert.deepEqual(requestsFor(configsOf("as-an-administrator")), []);
  });

  test("are not for a project without configurations: those it would be told of are another's", () => {
    assert.deepEqual(requestsFor([]), []);
  });
});
