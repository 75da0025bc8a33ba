import { staticTokens } from "../../../src/api/principal.ts";
import { policyOf, type Policy } from "../../../src/index/policy.ts";
import { catalog, PROBE } from "../../index/worlds.ts";
import { AUDIT } from "../world.ts";

/**
 * What one may not see, and so what two worlds may differ in.
 *
 * - `fields`: administrators' fields of resources that one sees. `others`: other projects' resources.
 * - `types`: all resources of these types, whoever owns them.
 */
export type Hidden = { readonly fields: boolean; readonly others: boolean; readonly types: readonly string[] };

/** Somebody who asks, under some policy. The token is the name of the role that makes the difference. */
export type Viewpoint = {
  readonly who: string;
  readonly token: string;
  readonly policy: Policy;
  readonly hidden: Hidden;
};

/** The project of whoever asks, in all of these worlds. */
export const CALLER = "p1";

const roles: Readonly<Record<string, readonly string[]>> = {
  member: ["member"],
  auditor: ["reader", "auditor"],
  admin: ["admin"],
};

/** Users who are not asking, one of them by the name of the caller's project. */
export const OTHER_USERS = ["u-other", "u-", CALLER, `user:${CALLER}`];

/** Who these tokens are: all of the same project. */
export const identify = staticTokens(
  Object.entries(roles).map(([token, roles]) => ({ token, userId: `u-${token}`, projectId: CALLER, roles })),
);

const under = (file: object): Policy => policyOf(catalog, JSON.stringify(file));

export const VIEWPOINTS: readonly Viewpoint[] = [
  {
    who: "a member",
    token: "member",
    policy: under({}),
    hidden: { fields: true, others: true, types: [AUDIT] },
  },
  {
    who: "a member whom the policy keeps from a type",
    token: "member",
    policy: under({ types: { [PROBE]: { search: ["admin"] } } }),
    hidden: { fields: true, others: true, types: [AUDIT, PROBE] },
  },
  {
    who: "an auditor to whom the policy gives all projects",
    token: "auditor",
    policy: under({ default: { all_projects: ["auditor"] } }),
    hidden: { fields: true, others: false, types: [AUDIT] },
  },
  {
    who: "an administrator from whom the policy takes all projects",
    token: "admin",
    policy: under({ default: { all_projects: [] } }),
    hidden: { fields: false, others: true, types: [AUDIT] },
  },
];
