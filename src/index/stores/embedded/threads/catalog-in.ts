import { messageOf, SearchlightError } from "../../../../errors.ts";
import { catalogOf, type Catalog } from "../../../catalog.ts";
import type { TypeDefinition } from "../../../definition.ts";

/**
 * The types that a module exports as `plugins`: definitions hold functions, which no message carries, so each thread imports
 * them itself.
 *
 * @throws SearchlightError `bad-configuration` when it cannot be imported
 */
export async function catalogIn(definitions: string): Promise<Catalog> {
  return catalogOf((await importTypes(definitions)).plugins);
}

async function importTypes(definitions: string): Promise<{ readonly plugins: readonly TypeDefinition[] }> {
  try {
    return (await import(definitions)) as { readonly plugins: readonly TypeDefinition[] };
  } catch (error) {
    throw new SearchlightError("bad-configuration", `the resource types cannot be loaded: ${messageOf(error)}`);
  }
}
