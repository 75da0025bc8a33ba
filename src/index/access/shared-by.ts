import { isObject, type Fields } from "../json.ts";
import type { Resource } from "../resource.ts";
import { projectKey } from "./key.ts";
import { conditionFlaws, documentConditionFlaws, meets, type Condition } from "./condition.ts";
import type { AccessKind } from "./kind.ts";

/**
 * Parts `<parts>/<project id>`: while `when` holds, a project whose part meets `accepted` lists and reads the resource;
 * any other project with a part reads it by id only.
 */
export type Sharing = { readonly parts: string; readonly accepted: Condition; readonly when?: Condition };

function* sharers({ parts }: Sharing, resource: Resource): Generator<{ project: string; fields: Fields }> {
  for (const [name, { fields }] of Object.entries(resource.parts)) {
    if (fields && name.startsWith(`${parts}/`)) yield { project: name.slice(parts.length + 1), fields };
  }
}

/** A part's name before the slash. */
const PREFIX = /^[a-z][a-z0-9_]*$/i;

export const sharedBy: AccessKind<Sharing> = {
  grants: (rule, resource, document) => {
    if (rule.when && !meets(document, rule.when)) return {};
    const all = [...sharers(rule, resource)];
    const accepted = all.filter(({ fields }) => meets(fields, rule.accepted));
    const keys = (some: typeof all): string[] => some.map(({ project }) => projectKey(project));
    return { listedBy: keys(accepted), readBy: keys(all) };
  },
  flaws: (rule, schema) => {
    const at = "access.sharedBy";
    if (!isObject(rule)) return [{ at, says: 'must be { parts: "members", accepted: { status: "accepted" } }' }];
    const { parts, accepted, when } = rule;
    return [
      ...(typeof parts === "string" && PREFIX.test(parts)
        ? []
        : [{ at: `${at}.parts`, says: 'must be what the parts begin with, as in "members"' }]),
      ...conditionFlaws(`${at}.accepted`, accepted),
      ...(when === undefined ? [] : documentConditionFlaws(`${at}.when`, when, schema)),
    ];
  },
};
