import { keystoneOf, type CloudAccount, type CloudToken } from "../../src/cloud/keystone.ts";

/** Somebody who asks: a user in a project, with a token of it. Administrators ask for all projects. */
export type Person = { readonly name: string; readonly token: CloudToken; readonly admin: boolean };

/** The service account of the usual `OS_*` variables. */
export function accountOf(env: NodeJS.ProcessEnv): CloudAccount {
  const authUrl = env["OS_AUTH_URL"];
  if (!authUrl)
    throw new Error("set OS_AUTH_URL, OS_USERNAME, OS_PASSWORD and OS_PROJECT_NAME to a cloud's service account");
  return {
    authUrl,
    username: env["OS_USERNAME"],
    password: env["OS_PASSWORD"],
    projectName: env["OS_PROJECT_NAME"],
    userDomainId: env["OS_USER_DOMAIN_ID"] ?? "default",
    projectDomainId: env["OS_PROJECT_DOMAIN_ID"] ?? "default",
    applicationCredentialId: env["OS_APPLICATION_CREDENTIAL_ID"],
    applicationCredentialSecret: env["OS_APPLICATION_CREDENTIAL_SECRET"],
    interface: env["OS_INTERFACE"],
    region: env["OS_REGION_NAME"],
  };
}

/** The people of `SEARCHLIGHT_CLOUD_USERS`, `user:password:project` with commas between; else the service account itself. */
export async function peopleOf(account: CloudAccount, list: string | undefined): Promise<Person[]> {
  const person = async (name: string, as: CloudAccount): Promise<Person> => {
    const token = await keystoneOf(as).token();
    return { name, token, admin: token.roles.includes("admin") };
  };
  if (!list) return [await person("the service account", account)];
  const people: Person[] = [];
  for (const one of list.split(",")) {
    const [username, password, projectName] = one.trim().split(":");
    if (!username || !password || !projectName) throw new Error("SEARCHLIGHT_CLOUD_USERS is user:password:project,…");
    const as = { ...account, username, password, projectName, applicationCredentialId: undefined };
    people.push(await person(`${username} in ${projectName}`, as));
  }
  return people;
}
