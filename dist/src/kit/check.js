import { accessFlaws } from "../index/access.js";
import { isObject } from "../index/json.js";
import { KIT } from "../plugin.js";
import { listingFlaws } from "./check/listing.js";
import { referenceFlaws } from "./check/references.js";
import { schemaFlaws, TYPE_NAME } from "./check/schema.js";
/** Everything that a plugin may say, and nothing else: what is misspelt would otherwise count for nothing, silently. */
const KEYS = {
    kit: true,
    type: true,
    events: true,
    schema: true,
    access: true,
    shared: true,
    changed: true,
    hiddenBy: true,
    join: true,
    apply: true,
    list: true,
};
function eventFlaws(events) {
    if (!Array.isArray(events) || !events.every((event) => typeof event === "string" && event !== ""))
        return [{ at: "events", says: 'must be a list of event types, as in ["rocket.create"]; it may be empty' }];
    const twice = new Set(events.filter((event, i) => events.indexOf(event) !== i));
    return [...twice].map((event) => ({ at: "events", says: `names '${String(event)}' twice` }));
}
function typeFlaws(type) {
    return typeof type === "string" && TYPE_NAME.test(type)
        ? []
        : [{ at: "type", says: `must be three words or more like OS::Acme::Rocket, and is ${JSON.stringify(type)}` }];
}
/** Everything that is wrong with what an author calls a plugin, in words. */
export function flawsOf(plugin) {
    if (!isObject(plugin))
        return [{ at: "the plugin", says: "must be an object, made by definePlugin" }];
    const { type, events, schema, access, apply, list } = plugin;
    const unknown = Object.keys(plugin).filter((key) => !Object.hasOwn(KEYS, key));
    const ofSchema = schemaFlaws(schema);
    const fields = schema;
    return [
        ...unknown.map((at) => ({ at, says: `is no part of a plugin: there are ${Object.keys(KEYS).join(", ")}` })),
        ...typeFlaws(type),
        ...eventFlaws(events),
        ...ofSchema,
        ...(ofSchema.length > 0 ? [] : [...accessFlaws(access, fields), ...referenceFlaws(plugin, fields)]),
        ...(typeof apply === "function" ? [] : [{ at: "apply", says: "must be a function of an event" }]),
        ...listingFlaws(list),
    ];
}
/** What is wrong with a plugin's kit, for one that did not come with this service. */
export function kitFlaws({ kit }) {
    if (kit === KIT)
        return [];
    const says = kit === undefined
        ? `is missing: say which kit the plugin is written for, as in kit: ${KIT}`
        : `is ${JSON.stringify(kit)}, and this Searchlight has kit ${KIT}: take a version of the plugin for it`;
    return [{ at: "kit", says }];
}
