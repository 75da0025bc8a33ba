import assert from "node:assert/strict";
import { after, beforeEach, describe, test } from "node:test";
import { identifyWith } from "../../src/cloud/identify.ts";
import { keystoneOf } from "../../src/cloud/keystone.ts";
import { messageOf, SearchlightError } from "../../src/errors.ts";
import type { Identify } from "../../src/index/scope.ts";
import { PASSWORD, standIn, tokenBody, type Reply } from "./stand-in.ts";

const cloud = await standIn();
after(() => cloud.close());

let now = Date.parse("2026-11-22T20:00:00Z");
let identify: Identify;

/** Everybody's token is answered like this. */
const everyTokenIs = (reply: Reply | (() => Reply)): void => {
  cloud.answering = (request, url) =>
    request.method === "GET" && url.pathname === "/v3/auth/tokens"
      ? typeof reply === "function"
        ? reply()
        : reply
      : undefined;
};
const validations = (): number => cloud.asked.filter((line) => line.startsWith("GET /v3/auth/tokens")).length;

const refusal = async (token: string): Promise<SearchlightError> => {
  const error = await identify(token).then(
    () => assert.fail("the token was accepted"),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof SearchlightError, String(error));
  return error;
};

beforeEach(() => {
  cloud.asked.length = 0;
  identify = identifyWith(keystoneOf(cloud.account), () => now);
});

describe("a Keystone token", () => {
  test("is its user, in its project, with its roles in lower case", async () => {
    everyTokenIs({ body: tokenBody() });
    assert.deepEqual(await identify("good"), { userId: "u1", projectId: "p1", roles: ["member", "reader"] });
  });

  test("is asked about once in 60 seconds, and then again", async () => {
    everyTokenIs({ body: tokenBody() });
    for (let i = 0; i < 5; i++) await identify("good");
    assert.equal(validations(), 1);
    now += 60_001;
    await identify("good");
    assert.equal(validations(), 2);
  });

  test("is asked about once by twenty at the same time", async () => {
    everyTokenIs({ body: tokenBody() });
    await Promise.all(Array.from({ length: 20 }, () => identify("good")));
    assert.equal(validations(), 1);
  });

  test("that was revoked is refused once the answer is 60 seconds old", async () => {
    everyTokenIs({ body: tokenBody() });
    await identify("good");
    everyTokenIs({ status: 404 });
    now += 60_001;
    assert.equal((await refusal("good")).code, "unauthenticated");
  });

  test("is never believed past its end", async () => {
    everyTokenIs({ body: tokenBody({ expires_at: new Date(now + 5000).toISOString() }) });
    await identify("short");
    now += 5001;
    assert.equal((await refusal("short")).code, "unauthenticated");
  });

  test("that is refused is not asked about again for some seconds, and then is", async () => {
    everyTokenIs({ status: 404 });
    for (let i = 0; i < 5; i++) assert.equal((await refusal("bad")).code, "unauthenticated");
    assert.equal(validations(), 1);
    now += 10_001;
    everyTokenIs({ body: tokenBody() });
    assert.equal((await identify("bad")).userId, "u1");
  });

  for (const token of ["", " ", "two words", "line\r\nX-Auth-Token: other", "ü", "x".repeat(8193)])
    test(`${JSON.stringify(token.slice(0, 20))} is none, and is not sent on`, async () => {
      everyTokenIs({ body: tokenBody() });
      assert.equal((await refusal(token)).code, "unauthenticated");
      assert.equal(validations(), 0);
    });

  const scopes: readonly [what: string, body: object, said: RegExp][] = [
    ["a domain's", tokenBody({ project: undefined, domain: { id: "default" } }), /domain's token has no project/],
    ["a project's that acts as a domain", tokenBody({ is_domain: true }), /domain's token has no project/],
    ["the system's", tokenBody({ project: undefined, system: { all: true } }), /system token has no project/],
    ["nobody's in particular", tokenBody({ project: undefined }), /no project/],
    ["restricted by access rules", tokenBody({ application_credential: { access_rules: [] } }), /access rules/],
  ];
  for (const [what, body, said] of scopes)
    test(`that is ${what} is refused, in words`, async () => {
      everyTokenIs({ body });
      const { code, message } = await refusal("good");
      assert.equal(code, "unauthenticated");
      assert.match(message, said);
    });

  test("of an application credential without access rules is accepted", async () => {
    everyTokenIs({ body: tokenBody({ application_credential: { id: "ac", name: "n", restricted: true } }) });
    assert.equal((await identify("good")).projectId, "p1");
  });
});

describe("when Keystone cannot say", () => {
  const troubles: readonly [what: string, reply: Reply][] = [
    ["fails", { status: 503 }],
    ["is no Keystone", { body: "<html>" }],
    ["answers something else", { body: { token: { user: "?" } } }],
    ["does not let us ask", { status: 403 }],
    ["sends us elsewhere", { status: 302, headers: { Location: "http://127.0.0.1:1/" } }],
    ["answers without end", { body: `"${"x".repeat(2 ** 21)}"` }],
  ];
  for (const [what, reply] of troubles)
    test(`because it ${what}, nobody is let in, and it is asked again the next time`, async () => {
      everyTokenIs(reply);
      assert.equal((await refusal("good")).code, "identity-unavailable");
      everyTokenIs({ body: tokenBody() });
      assert.equal((await identify("good")).userId, "u1");
    });

  test("because it is away, nobody is let in", async () => {
    identify = identifyWith(keystoneOf({ ...cloud.account, authUrl: "http://127.0.0.1:1" }));
    const { code, message, cause } = await refusal("good");
    assert.equal(code, "identity-unavailable");
    assert.doesNotMatch(message, /127\.0\.0\.1/, "whoever asks is told no addresses");
    assert.match(messageOf(cause), /127\.0\.0\.1:1.* cannot be reached/, "the log is");
  });

  test("because it refuses the service account, the cause says so without its secret", async () => {
    identify = identifyWith(keystoneOf({ ...cloud.account, password: "wrong-secret" }));
    const { code, message, cause } = await refusal("good");
    assert.equal(code, "identity-unavailable");
    assert.match(messageOf(cause), /refuses the service account: check OS_USERNAME/);
    assert.doesNotMatch(message + messageOf(cause), /wrong-secret/);
  });
});

describe("the service account's own token", () => {
  const logins = (): number => cloud.asked.filter((line) => line.startsWith("POST /v3/auth/tokens")).length;

  test("is asked for once, however many tokens are validated", async () => {
    everyTokenIs({ body: tokenBody() });
    for (const token of ["a", "b", "c"]) await identify(token);
    assert.equal(logins(), 1);
  });

  test("is renewed once when Keystone no longer takes it", async () => {
    let left = 1;
    everyTokenIs(() => (left-- > 0 ? { status: 401 } : { body: tokenBody() }));
    assert.equal((await identify("good")).userId, "u1");
    assert.equal(logins(), 2);
  });

  test("that Keystone refuses again and again ends in a refusal, not in a circle", async () => {
    everyTokenIs({ status: 401 });
    assert.equal((await refusal("good")).code, "identity-unavailable");
    assert.equal(logins(), 2);
  });

  test("is asked for with the password, which is in no error", async () => {
    everyTokenIs({ status: 500 });
    const { message, cause } = await refusal("good");
    assert.doesNotMatch(message + messageOf(cause), new RegExp(PASSWORD));
  });
});
