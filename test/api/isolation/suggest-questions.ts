import fc from "fast-check";
import { ROCKET } from "../../index/worlds.ts";
import { AUDIT, PROBE } from "../world.ts";

const TYPED = "u ubuntu h hu rock 22 l a p p2 secr members properties. os n".split(" ");

/** Requests to complete what was typed: what is there and what is not, what is hidden, nothing. */
export const suggested: fc.Arbitrary<{ readonly method: "GET"; readonly path: string }> = fc
  .record(
    {
      q: fc.constantFrom(...TYPED, ""),
      type: fc.constantFrom<string>(ROCKET, PROBE, AUDIT, `${ROCKET},${PROBE}`),
      size: fc.constantFrom("1", "2", "20", "0"),
      all_projects: fc.constantFrom("true", "False"),
    },
    { requiredKeys: ["q"] },
  )
  .map((parameters) => ({
    method: "GET" as const,
    path: `/v1/search/suggest?${new URLSearchParams(parameters).toString()}`,
  }));
