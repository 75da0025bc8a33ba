import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createApp, type App } from "../../../src/api/app.ts";
import { catalogOf } from "../../../src/index/catalog.ts";
import type { TypeDefinition } from "../../../src/index/definition.ts";
import type { Operation } from "../../../src/index/operation.ts";
import { policyOf } from "../../../src/index/policy.ts";
import { memoryStore } from "../../../src/index/stores/memory.ts";
import { plugins } from "../../index/contract-types.ts";
import { partsOf } from "../world.ts";
import { endOnFailure, ROUNDS } from "./rounds.ts";
import { askings, type Asking } from "./questions.ts";
import { told } from "./told.ts";
import { twinsFor } from "./twin-worlds.ts";
import { identify, VIEWPOINTS } from "./viewpoints.ts";

const isAdmins = ({ schema }: TypeDefinition, name: string): boolean => schema[name]?.admin === true;

/** The type as it would be if it had no administrators' fields. */
function bare(type: TypeDefinition): TypeDefinition {
  const { shared = {}, schema } = type;
  return {
    ...type,
    schema: Object.fromEntries(Object.entries(schema).filter(([name]) => !isAdmins(type, name))),
    shared: Object.fromEntries(Object.entries(shared).filter(([, own]) => !isAdmins(type, own))),
  };
}

async function open(types: readonly TypeDefinition[], operations: readonly Operation[]): Promise<App> {
  const catalog = catalogOf(types);
  const store = memoryStore(catalog);
  await store.apply(operations);
  return createApp({ ...(await partsOf([])), store, catalog, policy: policyOf(catalog), identify });
}

/** What is near the names of administrators' fields, or is one; misspelt, an error names the nearest that one may know. */
const GUESSES = ["secret", "secrets", "secre", "sceret", "members", "member", "membrs", "auditor"];
const guess = fc.constantFrom(...GUESSES);
const guessing: fc.Arbitrary<Asking> = fc.oneof(
  guess.map((name): Asking => ({ method: "POST", path: "/v1/search", body: { query: { term: { [name]: "hush" } } } })),
  guess.map((name): Asking => ({ method: "POST", path: "/v1/search", body: { sort: [{ [name]: "asc" }] } })),
  guess.map((name): Asking => ({ method: "GET", path: `/v1/search?q=${name}:hush` })),
  guess.map((name): Asking => ({ method: "GET", path: `/v1/search/facets?field=${name}` })),
  guess.map((name): Asking => ({ method: "GET", path: `/v1/search/export?format=csv&_source=${name}` })),
  fc.constant<Asking>({ method: "GET", path: "/v1/search/export?format=csv" }),
  fc.constant<Asking>({ method: "GET", path: "/v1/search/fields" }),
);

for (const { seed, again } of ROUNDS)
  test(`administrators' fields are for others as if types had none: in answers, errors, guesses, columns${again}`, async (t) => {
    const member = VIEWPOINTS[0]!;
    const questions = fc.array(fc.oneof(askings, guessing), { minLength: 1, maxLength: 20, size: "max" });
    const property = fc.asyncProperty(twinsFor(member.hidden), questions, async ([one, other], asked) => {
      const [a, b] = [await open(plugins, one), await open(plugins.map(bare), other)];
      for (const question of asked)
        assert.deepEqual(
          await told(b, member.token, question),
          await told(a, member.token, question),
          JSON.stringify(question),
        );
    });
    t.diagnostic(`seed ${seed}`);
    await fc.assert(property, { seed, numRuns: 60, endOnFailure });
  });
