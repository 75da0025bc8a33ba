import { createHash } from "node:crypto";
import type { TypeDefinition } from "./definition.ts";

/** What an engine makes of a resource is decided by these, and by the engine. */
const KEYS = ["type", "schema", "access", "shared", "changed", "hiddenBy", "join"] as const;

const told = (_: string, value: unknown): unknown =>
  typeof value === "function" ? Function.prototype.toString.call(value) : value;

/**
 * Names how an engine lays out the resources of a type: another definition, or another `engine`, is another name. Two of the
 * same name make the same of the same states.
 */
export function layoutOf(definition: TypeDefinition, engine: string): string {
  const decides = KEYS.map((key) => definition[key] ?? null);
  return createHash("sha256")
    .update(JSON.stringify([engine, decides], told))
    .digest("base64url");
}
