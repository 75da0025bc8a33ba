import { keystoneOf, type CloudAccount, type Keystone } from "../../cloud/keystone.ts";
import { check, type Check } from "./check.ts";

/** Projects that are named; a cloud may have thousands. */
const NAMED = 10;

/** What the account cannot see: services that answer for a token's own project tell nothing of others. */
async function unseen(keystone: Keystone): Promise<string[]> {
  const known = await keystone.everyProject();
  if (!known) {
    return [
      "the service account is not told all projects (policy identity:list_projects), so what projects had that are no more stays in the index",
    ];
  }
  const own = new Set((await keystone.projects()).map(({ id }) => id));
  const others = [...known.projects.values()].filter(({ id, enabled }) => enabled && !own.has(id));
  if (others.length === 0) return [];
  const named = others.slice(0, NAMED).map(({ id, name }) => `${name} (${id})`);
  const more = others.length > NAMED ? ` and ${others.length - NAMED} more` : "";
  return [
    `the service account has no role in ${others.length} projects, so what they have in services that are asked by project cannot be compared; give it reader there, inherited from the domain: ${named.join(", ")}${more}`,
  ];
}

/** Is the service account taken, may it list for everybody, and in every project? */
export const checkKeystone = (account: CloudAccount): Promise<Check> =>
  check("Keystone", async () => {
    const keystone = keystoneOf(account);
    const { roles } = await keystone.token();
    const ok = roles.includes("admin");
    const says = ok
      ? []
      : ["the service account is no admin in its project: services do not list to it what all projects have"];
    return { ok, says: [...says, ...(await unseen(keystone))] };
  });
