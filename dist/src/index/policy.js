import { readPolicyFile } from "./policy-file.js";
/** Who may, where a policy says nothing: as OpenStack's default policies have it. */
const DEFAULTS = {
    search: ["reader", "member", "admin"],
    facet: ["reader", "member", "admin"],
    aggregate: ["reader", "member", "admin"],
    all_projects: ["admin"],
};
/**
 * The policy that a file's text says, YAML or JSON, or OpenStack's defaults without one. A rule of a type comes before the
 * file's default, and that before OpenStack's.
 *
 * @throws SearchlightError `bad-configuration` with every mistake and its line
 */
export function policyOf(catalog, text = "") {
    const { default: general = {}, types = {} } = readPolicyFile(text, catalog);
    const may = ({ roles }, type, action) => {
        const own = Object.hasOwn(types, type) ? types[type][action] : undefined;
        const allowed = own ?? general[action] ?? DEFAULTS[action];
        return roles.some((role) => allowed.includes(role));
    };
    return (principal, type, action) => catalog.has(type) && may(principal, type, "search") && (action === "search" || may(principal, type, action));
}
