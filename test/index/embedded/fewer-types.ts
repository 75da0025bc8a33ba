import type { TypeDefinition } from "../../../src/index/definition.ts";
import { plugins as all } from "../contract-types.ts";

/** The contract's types but for rockets, as after a plugin was removed. */
export const plugins: readonly TypeDefinition[] = all.filter(({ type }) => type !== "Test::Acme::Rocket");
