import { z } from "zod";

/** A part of a JSON document. */
export type Node = { readonly [key: string]: unknown };

/** JSON Schema of a zod schema; `input` is what a caller sends, `output` what it gets. */
export function schemaOf(schema: z.ZodType, io: "input" | "output"): Node {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}
