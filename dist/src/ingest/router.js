import { placesOf } from "../errors.js";
import { operationOf } from "../plugin.js";
const NOTHING = { operations: [] };
function reasonOf(error) {
    const places = placesOf(error);
    if (places !== undefined)
        return `the payload is not what the service sends: ${places}`;
    return `the plugin failed with a ${error instanceof Error ? error.name : typeof error}`;
}
/** A router over these plugins. An event may concern several types. */
export function routerOf(plugins) {
    const byEvent = new Map();
    for (const plugin of plugins) {
        for (const event of plugin.events)
            byEvent.set(event, [...(byEvent.get(event) ?? []), plugin]);
    }
    return ({ eventType, payload, timestamp }) => {
        const interested = byEvent.get(eventType);
        if (!interested)
            return NOTHING;
        try {
            const operations = interested.flatMap((plugin) => plugin
                .apply({ eventType, payload, observed: timestamp })
                .map((told) => operationOf(plugin.type, "event", told)));
            return { operations };
        }
        catch (error) {
            return { unusable: `${eventType}: ${reasonOf(error)}` };
        }
    };
}
