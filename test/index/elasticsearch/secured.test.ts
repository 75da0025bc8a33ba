import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { inspect } from "node:util";
import { openStore } from "../../../src/commands/parts.ts";
import { readConfig } from "../../../src/config.ts";
import { SearchlightError } from "../../../src/errors.ts";
import { elasticsearchStore } from "../../../src/index/stores/elasticsearch/store.ts";
import { assertNoLeak } from "../../leaks.ts";
import { createAuthority, type Authority } from "../../peers/authority.ts";
import { admin, asking, catalog, put } from "../worlds.ts";
import { absent, node, open, ownPrefix } from "./cluster.ts";
import { securedProxyTo, type SecuredProxy } from "./secured-proxy.ts";

const PASSWORD = "correct-horse+battery/staple";
const API_KEY = Buffer.from("key-id:the-key+of/searchlight").toString("base64");
const WRONG = "hush-hush+hush/hush";
const SECRETS = [PASSWORD, WRONG, API_KEY, "the-key+of/searchlight"];
const PATIENCE = 300;
const DEFINITIONS = new URL("../contract-types.ts", import.meta.url);

type Settings = Readonly<Record<string, string>>;

describe("an Elasticsearch with TLS and accounts", { skip: absent, concurrency: 10 }, () => {
  const prefix = ownPrefix();
  const folder = mkdtempSync(join(tmpdir(), "searchlight-secured-"));
  let authority: Authority;
  let proxy: SecuredProxy;
  let files = 0;
  const file = (content: string): string => {
    const path = join(folder, String(files++));
    writeFileSync(path, content, { mode: 0o600 });
    return path;
  };
  before(async () => {
    authority = await createAuthority();
    const basic = Buffer.from(`searchlight:${PASSWORD}`).toString("base64");
    proxy = await securedProxyTo(node, await authority.identity(), [`Basic ${basic}`, `ApiKey ${API_KEY}`]);
    await (await open({ prefix })).close(); // the indices, once for all
  });
  after(async () => {
    await proxy.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const rightFor = (account: Settings): Settings => ({
    SEARCHLIGHT_STORE: "elasticsearch",
    ELASTICSEARCH_URL: proxy.url,
    ELASTICSEARCH_CA: file(authority.certificate),
    ELASTICSEARCH_INDEX_PREFIX: prefix,
    ...account,
  });
  const byPassword = (password = PASSWORD): Settings => ({
    ELASTICSEARCH_USERNAME: "searchlight",
    ELASTICSEARCH_PASSWORD_FILE: file(`${password}\n`),
  });
  const byKey = (key = API_KEY): Settings => ({ ELASTICSEARCH_API_KEY_FILE: file(`${key}\n`) });

  /** [by what, its settings]. */
  const RIGHT: [string, () => Settings][] = [
    ["user and password", () => byPassword()],
    ["an API key", () => byKey()],
  ];
  for (const [what, account] of RIGHT)
    test(`is written to and searched by ${what} from a file`, async () => {
      const store = await openStore(
        readConfig(rightFor(account())),
        { catalog, definitions: DEFINITIONS },
        { readOnly: false },
      );
      try {
        await store.ready();
        const outcomes = await store.apply([put(what, { owner: "p1", name: what })]);
        assert.deepEqual(
          outcomes.map(({ stored }) => stored),
          [true],
        );
        await store.refresh();
        const { hits } = await store.search(asking({ kind: "all" }), admin());
        assert.ok(hits.some(({ id }) => id === what));
      } finally {
        await store.close();
      }
    });

  /** [what is wrong, the settings for it instead of the right ones, what is said]. */
  const WRONGS: [string, () => Promise<Settings>, RegExp][] = [
    [
      "the certificate of another authority",
      async () => ({ ELASTICSEARCH_CA: file((await createAuthority("somebody else")).certificate) }),
      /by TLS: its certificate is signed by nobody whom we trust: let ELASTICSEARCH_CA name/,
    ],
    [
      "none but the authorities that everybody knows",
      async () => ({ ELASTICSEARCH_CA: "" }),
      /by TLS: its certificate is signed by nobody whom we trust: let ELASTICSEARCH_CA name/,
    ],
    [
      "a name that is not in its certificate",
      async () => ({ ELASTICSEARCH_URL: proxy.url.replace("127.0.0.1", "localhost") }),
      /by TLS: its certificate is for other names than ELASTICSEARCH_URL calls it/,
    ],
    [
      "no TLS",
      async () => ({ ELASTICSEARCH_URL: proxy.url.replace("https:", "http:"), ELASTICSEARCH_CA: "" }),
      /closed the connection \(if it wants TLS, ELASTICSEARCH_URL begins with https:\/\/\)/,
    ],
    [
      "TLS where none is spoken",
      async () => ({ ELASTICSEARCH_URL: node.replace("http:", "https:") }),
      /by TLS: nobody speaks TLS there, or it breaks off: see that ELASTICSEARCH_URL names/,
    ],
    [
      "a wrong password",
      async () => byPassword(WRONG),
      /does not let us in \(401\): check ELASTICSEARCH_USERNAME and ELASTICSEARCH_PASSWORD, or/,
    ],
    [
      "a wrong API key",
      async () => ({ ELASTICSEARCH_USERNAME: "", ELASTICSEARCH_PASSWORD_FILE: "", ...byKey(WRONG) }),
      /does not let us in \(401\): check .*, or ELASTICSEARCH_API_KEY$/,
    ],
    [
      "no account",
      async () => ({ ELASTICSEARCH_USERNAME: "", ELASTICSEARCH_PASSWORD_FILE: "" }),
      /does not let us in \(401\): check ELASTICSEARCH_USERNAME/,
    ],
  ];
  for (const [what, instead, says] of WRONGS)
    test(`with ${what} is not opened nor asked, which is said with what to do and no secret`, async () => {
      const { elasticsearch } = readConfig({ ...rightFor(byPassword()), ...(await instead()) });
      assert.ok(elasticsearch);
      const options = { catalog, ...elasticsearch, patience: PATIENCE };
      const store = await elasticsearchStore({ ...options, untouched: true });
      const calls: [string, () => Promise<unknown>][] = [
        ["open", () => elasticsearchStore(options)],
        ["apply", () => store.apply([put("x", { owner: "p1" })])],
        ["search", () => store.search(asking({ kind: "all" }), admin())],
        ["ready", () => store.ready()],
      ];
      for (const [name, call] of calls) {
        const error = await call().catch((thrown: unknown) => thrown);
        assert.ok(error instanceof SearchlightError && error.code === "store-unavailable", name);
        assert.match(error.message, says, name);
        assertNoLeak(inspect(error, { depth: 20, showHidden: true }), SECRETS);
      }
      await store.close();
    });
});
