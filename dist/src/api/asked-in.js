import { jsonOf } from "./body.js";
import { readAddress } from "./dialects/address.js";
import { badRequest } from "./dialects/input.js";
/** The search that a request describes: in its body, or, of a GET without one, in its address. @throws SearchlightError */
export async function askedIn({ method, url, body }) {
    const bytes = await body();
    const inAddress = method !== "POST" && bytes.length === 0;
    const [parameter] = url.searchParams.keys();
    if (parameter === undefined)
        return { value: jsonOf(bytes), inAddress };
    if (!inAddress)
        throw badRequest(parameter, "a search is described in the body, not in the address");
    return { value: readAddress(url.searchParams), inAddress };
}
