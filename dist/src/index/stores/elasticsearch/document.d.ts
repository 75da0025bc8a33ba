import type { TypeDefinition } from "../../definition.ts";
import { type Entry } from "../../entry.ts";
import { type Resource } from "../../resource.ts";
/** What a hit is made from, kept beside what is searched. */
export type Shown = Pick<Entry, "ref" | "source" | "changed">;
/**
 * Texts that are kept, not searched. They are JSON within JSON: whatever a resource says (names, numbers, half of a
 * character) comes back as it was, and Elasticsearch has nothing to object to.
 *
 * - `state`: the whole `Resource`. `shown`: what hits are made from; only what exists has it.
 */
export type Kept = {
    readonly state: string;
    readonly shown?: string;
};
/**
 * The Elasticsearch document of a resource, whose text is `state`, as JSON. Of what does not exist only the state is kept,
 * and nothing is found.
 */
export declare function documentOf(definition: TypeDefinition, resource: Resource, state: string): string;
