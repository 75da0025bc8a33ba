import type { Call } from "./routes/route.ts";
/** A search as it was sent; `inAddress` when the address alone says all of it, so that it can be followed from a link. */
export type Sent = {
    readonly value: unknown;
    readonly inAddress: boolean;
};
/** The search that a request describes: in its body, or, of a GET without one, in its address. @throws SearchlightError */
export declare function askedIn({ method, url, body }: Pick<Call<unknown>, "method" | "url" | "body">): Promise<Sent>;
