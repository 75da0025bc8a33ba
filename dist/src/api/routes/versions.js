import { json } from "./route.js";
/** The versions of the API, for whoever does not know yet which to ask for. */
export const versionsAt = ({ origin }) => json({ versions: [{ id: "v1.0", status: "CURRENT", links: [{ rel: "self", href: `${origin}/v1/` }] }] }, 300);
