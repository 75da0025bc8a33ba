import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { hashOf } from "../index/json.js";
import { badRequest } from "./dialects/input.js";
const value = z.union([z.string(), z.number(), z.null()]);
const Payload = z.tuple([z.string(), z.number(), z.number(), z.number(), z.string(), z.string(), z.array(value)]);
const unknown = () => badRequest("cursor", 'is none that this service gave out, or it was altered; begin again with "cursor": true');
/** Cursors of one key. Processes that share the key read each other's. */
export function cursorsOf(key) {
    const signed = (payload) => `${payload}.${createHmac("sha256", key).update(`cursor 1 ${payload}`).digest("base64url")}`;
    return {
        seal: ({ search, now, place: { entry, score, sort } }) => {
            const { ref, changed } = entry;
            const parts = [search, now, score, changed, ref.type, ref.id, [...sort]];
            return signed(Buffer.from(JSON.stringify(parts)).toString("base64url"));
        },
        open: (text) => {
            const [payload = ""] = text.split(".", 1);
            const [given, right] = [Buffer.from(text), Buffer.from(signed(payload))];
            if (given.length !== right.length || !timingSafeEqual(given, right))
                throw unknown();
            const parts = JSON.parse(Buffer.from(payload, "base64url").toString());
            const [search, now, score, changed, type, id, sort] = Payload.parse(parts);
            return { search, now, place: { entry: { ref: { type, id }, changed }, score, sort } };
        },
    };
}
/** What a cursor is bound to: what is asked, in which order, of which types, by whom. */
export const searchHash = ({ request: { query, postFilter, types, sort }, scope, }) => 
// Through JSON, for a tree may say "without end" by leaving a bound undefined.
hashOf(JSON.parse(JSON.stringify({ query, postFilter, types, sort, projectId: scope.projectId, admin: scope.admin })));
