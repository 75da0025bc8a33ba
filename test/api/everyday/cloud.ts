import { readFileSync, readdirSync } from "node:fs";
import type { Fields } from "../../../src/index/json.ts";
import type { Operation } from "../../../src/index/operation.ts";

const FOLDER = new URL("./cloud/", import.meta.url);

type File = { readonly type: string; readonly resources: readonly (Fields & { readonly id: string })[] };

const filesIn = (folder: URL): File[] =>
  readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as File);

/** A small cloud as it might be anywhere: what its services would say of each resource, a file a service. */
export const cloud: readonly Operation[] = filesIn(FOLDER).flatMap(({ type, resources }) =>
  resources.map((fields): Operation => {
    const ref = { type, id: fields.id };
    return { ref, by: "listing", stamp: { source: 0, observed: 1 }, kind: "put", part: "self", fields };
  }),
);

const projectNamed = (name: string): string =>
  filesIn(FOLDER)
    .find(({ type }) => type.endsWith("::Project"))!
    .resources.find((project) => project["name"] === name)!.id;

const person = (token: string, project: string, role: string) => ({
  token,
  userId: token,
  projectId: projectNamed(project),
  roles: [role],
});

/** Ana keeps a shop, Bo counts things, and root runs the cloud. */
export const people = [
  person("ana", "webshop", "member"),
  person("bo", "analytics", "reader"),
  person("root", "admin", "admin"),
];
