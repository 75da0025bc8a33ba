import type { App } from "./app.ts";
/** An API that listens. */
export type Server = {
    readonly url: string;
    /** Takes no more; resolves when what was under way is answered, or cut off after `grace` milliseconds. */
    close(grace?: number): Promise<void>;
};
/**
 * Serves an app over HTTP; port 0 takes a free one.
 *
 * @throws SearchlightError `bad-configuration` when the address cannot be listened on
 */
export declare function listen(app: App, { host, port }: {
    host: string;
    port: number;
}): Promise<Server>;
