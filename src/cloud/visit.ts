import { SearchlightError } from "../errors.ts";
import type { ListRequest } from "../plugin.ts";
import { callAgain, type Answer } from "./call.ts";
import { observedAt } from "./clock.ts";
import { below } from "./endpoint.ts";
import type { CloudToken } from "./keystone.ts";

/** More pages than any listing has: a service that never comes to an end is not believed. */
const MAX_PAGES = 100_000;

/**
 * One page. `observed`: when its request began, by the cloud's clock, less two seconds. `next`: the query of the page after
 * it, undefined at the end.
 */
export type Page = { readonly answer: unknown; readonly observed: number; readonly next: string | undefined };

/** A service being asked with one token. */
export type Visit = {
  /** Whose token it is. */
  readonly projectId: string;
  /**
   * A listing, page after page, from the page that a query (`next`) names, else from the first.
   * @throws SearchlightError `not-found` for a 404, `service-failed` for anything else that is not a page
   */
  pages(request: ListRequest, from?: string): AsyncGenerator<Page, void, void>;
};

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
  const { issuedAt, projectId = "" } = token;

  async function ask(url: URL, headers: ListRequest["headers"]): Promise<Answer> {
    const get = (): Promise<Answer> =>
      callAgain({ url, headers: { ...headers, "X-Auth-Token": token.value }, seconds: 60, signal });
    const answer = await get();
    if (answer.status !== 401) return answer;
    token = await options.renew();
    return get();
  }

  return {
    projectId,
    async *pages({ path, headers, next }, from) {
      const url = below(endpoint, path);
      if (from !== undefined) url.search = from;
      const seen = new Set<string>();
      while (!seen.has(url.search)) {
        seen.add(url.search);
        const answer = await ask(url, headers);
        if (answer.status !== 200) throw failure(answer, path);
        const following = next?.(answer.body);
        const query = following === undefined ? undefined : new URL(following, url).search;
        yield { answer: answer.body, observed: observedAt(answer, issuedAt), next: query };
        if (query === undefined) return;
        url.search = query;
        if (seen.size > MAX_PAGES) break;
      }
      throw new SearchlightError("service-failed", `${path} has no last page`);
    },
  };
}
