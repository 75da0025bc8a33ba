import type { App } from "../../../src/api/app.ts";
import { isObject } from "../../../src/index/json.ts";
import type { Asking } from "./questions.ts";

/**
 * What is set apart, and nothing else: the id of the answer, what the time that passed gave back of the quota, how long it
 * took, and how fresh the index is.
 */
const APART = /^(x-openstack-request-id|ratelimit|date)$/;
const inBody = (text: string): string =>
  text
    .replace(/^\{"took":\d+,/, "{")
    .replace(/"as_of":(null|"[\d:TZ-]{20}")/, '"as_of":…')
    .replace(/"wait_for":"stored\/\d+"/, '"wait_for":…');

/** What a caller may ask next with what an answer holds: the page behind its cursor, or behind the first line of an export. */
function next({ method, path, body }: Asking, text: string, link: string | null): Asking | undefined {
  const linked = /^<([^>]*)>; rel="next"$/.exec(link ?? "")?.[1];
  if (linked !== undefined) return { method, path: `/v1/search${linked}` };
  const cursor = /"_?cursor":"([^"]+)"/.exec(text)?.[1] ?? /,([\w-]+\.[\w-]{43})\r\n/.exec(text)?.[1];
  return cursor === undefined || !isObject(body)
    ? undefined
    : { method, path, body: { ...body, from: undefined, cursor } };
}

/** An answer and those that follow it: status, headers, text. */
export type Told = readonly [status: number, headers: readonly (readonly [string, string])[], text: string, ...Told[]];

/** All of an answer that a caller can tell from another, and of the pages that follow. */
export async function told(app: App, token: string, { method, path, body }: Asking, pages = 3): Promise<Told> {
  const headers = { "X-Auth-Token": token };
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const answer = await app.request(path, init);
  const said = [...answer.headers].filter(([name]) => !APART.test(name));
  const text = inBody(await answer.text());
  const more = pages > 1 ? next({ method, path, body }, text, answer.headers.get("link")) : undefined;
  return [answer.status, said, text, ...(more ? [await told(app, token, more, pages - 1)] : [])];
}
