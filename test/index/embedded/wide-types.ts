import type { TypeDefinition } from "../../../src/index/definition.ts";
import { keyword } from "../../../src/index/schema.ts";
import { plugins as all } from "../contract-types.ts";
import { ROCKET } from "../worlds.ts";

/** The contract's types as they come next: rockets have a launch pad, and are everybody's no more. */
export const plugins: readonly TypeDefinition[] = all.map((definition) =>
  definition.type === ROCKET
    ? {
        ...definition,
        schema: { ...definition.schema, pad: keyword({ facet: true }) },
        access: { owner: "owner" },
      }
    : definition,
);
