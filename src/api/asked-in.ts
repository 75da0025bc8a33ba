import { jsonOf } from "./body.ts";
import { readAddress } from "./dialects/address.ts";
import { badRequest } from "./dialects/input.ts";
import type { Call } from "./routes/route.ts";

/** A search as it was sent; `inAddress` when the address alone says all of it, so that it can be followed from a link. */
export type Sent = { readonly value: unknown; readonly inAddress: boolean };

/** The search that a request describes: in its body, or, of a GET without one, in its address. @throws SearchlightError */
export async function askedIn({ method, url, body }: Pick<Call<unknown>, "method" | "url" | "body">): Promise<Sent> {
  const bytes = await body();
  const inAddress = method !== "POST" && bytes.length === 0;
  const [parameter] = url.searchParams.keys();
  if (parameter === undefined) return { value: jsonOf(bytes), inAddress };
  if (!inAddress) throw badRequest(parameter, "a search is described in the body, not in the address");
  return { value: readAddress(url.searchParams), inAddress };
}
