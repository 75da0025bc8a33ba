import type { TypeDefinition } from "./definition.ts";
import { type Operation } from "./operation.ts";
import { type Resource } from "./resource.ts";
/**
 * What a listing told of one resource. `whole` are the prefixes of parts of which it told all: a part below one that is
 * not among the operations is gone. `observed` is the listing's time in microseconds since 1970.
 */
export type Report = {
    readonly operations: readonly Operation[];
    readonly whole: readonly string[];
    readonly observed: number;
};
/**
 * What is to be done about one resource, and what that is: `kept` is one that was not listed although the index has it,
 * where its project could not be asked completely.
 */
export type Repair = {
    readonly operations: readonly Operation[];
    readonly change: "none" | "new" | "changed" | "gone" | "kept";
};
/**
 * Compares what the index holds of a resource with what a listing told of it, either of which may be missing. What was
 * told is always stored, even when it is nothing new: it outlives older events that are still on their way.
 *
 * `askedAt` is when an owner's resources were listed completely, if they were. What was told of later is not missing.
 */
export declare function reconcile(definition: TypeDefinition, held: Resource | undefined, report: Report | undefined, askedAt: (owner: string | undefined) => number | undefined): Repair;
