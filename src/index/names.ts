import { definitionOf, fieldNamed, type Catalog } from "./catalog.ts";
import type { Scope } from "./scope.ts";
import { ownName } from "./shared.ts";

/** A field of a type that is the name of what another of its fields refers to. */
export type Name = { readonly type: string; readonly name: string; readonly field: string; readonly to: string };

/** The names that these types tell, as far as this caller knows the fields that refer to what is named. */
export const namesOf = (catalog: Catalog, types: readonly string[], scope: Scope): Name[] =>
  types.flatMap((type) => {
    const definition = definitionOf(catalog, type);
    return Object.entries(definition.schema).flatMap(([name, { nameOf: field }]) => {
      const to = field === undefined ? undefined : fieldNamed(definition, field, scope)?.field.refersTo;
      return field !== undefined && to !== undefined && catalog.has(to) ? [{ type, name, field, to }] : [];
    });
  });

/** The field that holds what a resource of a type is called. */
export const nameField = (catalog: Catalog, type: string): string =>
  ownName(definitionOf(catalog, type), "name") ?? "name";
