import type { ListContext, ListRequest } from "../plugin.ts";
import type { CloudToken } from "./keystone.ts";
/** A service being asked with one token. */
export type Visit = {
    /**
     * The answers of a listing, page after page.
     * @throws SearchlightError `not-found` for a 404, `service-failed` for anything else that is not a page
     */
    pages(request: ListRequest): AsyncGenerator<unknown, void, void>;
    /** Whose token it is, and the listing's own time: when its first request began, by the cloud's clock. */
    context(): ListContext;
};
/** A visit to an endpoint. `renew` gives a new token when the service no longer takes the old one. */
export declare function visit(options: {
    readonly endpoint: string;
    readonly token: CloudToken;
    readonly renew: () => Promise<CloudToken>;
    readonly signal: AbortSignal | undefined;
}): Visit;
