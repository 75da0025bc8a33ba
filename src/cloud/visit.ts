import { SearchlightError } from "../errors.ts";
import type { ListContext, ListRequest } from "../plugin.ts";
import { callAgain, type Answer } from "./call.ts";
import { below } from "./endpoint.ts";
import type { CloudToken } from "./keystone.ts";

/** More pages than any listing has: a service that never comes to an end is not believed. */
const MAX_PAGES = 100_000;

/** An event of the same moment wins over a listing: its time counts this much less, in microseconds. */
const MODESTY = 2e6;

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

/** When a request began, by the clock of the service that answered; undefined where it does not tell (bare uWSGI). */
function beganAt({ headers, elapsed }: Answer): number | undefined {
  const date = Date.parse(headers.get("date") ?? "");
  return Number.isNaN(date) ? undefined : (date - Math.ceil(elapsed)) * 1000;
}

function failure({ status }: Answer, path: string): SearchlightError {
  const code = status === 404 ? "not-found" : "service-failed";
  return new SearchlightError(code, `${path} was answered with ${status}`);
}

/** A visit to an endpoint. `renew` gives a new token when the service no longer takes the old one. */
export function visit(options: {
  readonly endpoint: string;
  readonly token: CloudToken;
  readonly renew: () => Promise<CloudToken>;
  readonly signal: AbortSignal | undefined;
}): Visit {
  const { endpoint, signal } = options;
  let { token } = options;
  // Where a service tells no time, Keystone's is the cloud's: the token was made just before the listing.
  const { issuedAt } = token;
  let began: number | undefined;

  async function ask(url: URL, headers: ListRequest["headers"]): Promise<Answer> {
    const get = (): Promise<Answer> =>
      callAgain({ url, headers: { ...headers, "X-Auth-Token": token.value }, seconds: 60, signal });
    const answer = await get();
    began ??= beganAt(answer) ?? issuedAt;
    if (answer.status !== 401) return answer;
    token = await options.renew();
    return get();
  }

  return {
    async *pages({ path, headers, next }) {
      const url = below(endpoint, path);
      const seen = new Set<string>();
      while (!seen.has(url.search)) {
        seen.add(url.search);
        const answer = await ask(url, headers);
        if (answer.status !== 200) throw failure(answer, path);
        yield answer.body;
        const following = next?.(answer.body);
        if (following === undefined) return;
        url.search = new URL(following, url).search;
        if (seen.size > MAX_PAGES) break;
      }
      throw new SearchlightError("service-failed", `${path} has no last page`);
    },
    context: () => ({ projectId: token.projectId ?? "", observed: (began ?? issuedAt) - MODESTY }),
  };
}
