import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { below, endpointOf } from "../../src/cloud/endpoint.ts";

describe("an endpoint", () => {
  const endpoints = [
    { interface: "public", region: "one", url: "http://one" },
    { interface: "public", region_id: "two", url: "http://two" },
    { interface: "internal", region: "one", url: "http://inside" },
  ];
  const catalog = [{ type: "image", endpoints }];
  for (const [account, url] of [
    [{}, "http://one"],
    [{ region: "two" }, "http://two"],
    [{ interface: "internal" }, "http://inside"],
    [{ region: "three" }, undefined],
  ] as const)
    test(`for ${JSON.stringify(account)} is ${url ?? "none"}`, () => {
      assert.equal(endpointOf({ catalog }, "image", account), url);
    });

  for (const [endpoint, path, url] of [
    ["http://h:9292", "/v2/images?a=b", "http://h:9292/v2/images?a=b"],
    ["http://h/image/", "/v2/images", "http://h/image/v2/images"],
    ["http://h/image/v2", "/v2/images", "http://h/image/v2/images"],
    ["http://h/v1/p1", "/stacks", "http://h/v1/p1/stacks"],
  ] as const)
    test(`${endpoint} and ${path} are ${url}`, () => {
      assert.equal(below(endpoint, path).href, url);
    });
});
