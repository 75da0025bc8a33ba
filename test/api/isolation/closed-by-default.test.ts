import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createApp, type App } from "../../../src/api/app.ts";
import type { ApiParts } from "../../../src/api/parts.ts";
import { fleet, partsOf } from "../world.ts";

type Operations = Readonly<Record<string, { readonly security: readonly object[] }>>;

/** Every address and verb of the API's own description, and whether it says that it takes a token. */
async function addressesOf(app: App): Promise<{ path: string; method: string; guarded: boolean }[]> {
  const { paths } = (await (await app.request("/openapi.json")).json()) as { paths: Record<string, Operations> };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { security }]) => ({
      path: path.replace(/\{\w+\}/g, "x"),
      method: method.toUpperCase(),
      guarded: security.length > 0,
    })),
  );
}

describe("leaks of Searchlight that are none here: it is closed by default", () => {
  let app: App;
  before(async () => void (app = createApp(await partsOf(fleet))));

  /** [who, the token, what they get]. */
  const STRANGERS: [string, string | undefined, number][] = [
    ["nobody", undefined, 401],
    ["a token that nobody knows", "made-up", 401],
    ["a role that no policy names", "nobody", 403],
  ];
  for (const [who, token, status] of STRANGERS)
    test(`"everybody is an administrator without a configuration": ${who} gets nothing but health and documents`, async () => {
      const headers: Record<string, string> = token === undefined ? {} : { "X-Auth-Token": token };
      const addresses = await addressesOf(app);
      const open = addresses.filter(({ guarded }) => !guarded).map(({ path }) => path);
      assert.deepEqual(open.toSorted(), ["/", "/docs", "/healthz", "/openapi.json", "/readyz"]);
      for (const { path, method } of addresses.filter(({ guarded }) => guarded)) {
        const answer = await app.request(path, { method, headers });
        assert.equal(answer.status, status, `${method} ${path}`);
        assert.deepEqual(
          Object.keys((await answer.json()) as object).filter((key) => key === "hits"),
          [],
        );
      }
    });

  test('"facets are one search per type, in turn": they are one', async () => {
    const parts = await partsOf(fleet);
    let searches = 0;
    const store: ApiParts["store"] = {
      ...parts.store,
      search: (...asked) => {
        searches++;
        return parts.store.search(...asked);
      },
    };
    await createApp({ ...parts, store }).request("/v1/search/facets", { headers: { "X-Auth-Token": "admin" } });
    assert.equal(searches, 1);
  });
});
