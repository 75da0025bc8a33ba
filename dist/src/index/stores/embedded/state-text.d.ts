import type { Ref, Resource } from "../../resource.ts";
/** A state as its row holds it. Equal states are equal texts, for `merge` sorts what it makes. */
export declare const textOf: (state: Resource) => string;
/** Reads a state that this store wrote. @throws SearchlightError naming the resource whose record is damaged */
export declare function stateIn(text: string, ref: Ref): Resource;
/** Does something with a resource's state; whatever goes wrong says which resource it was. */
export declare function naming<T>(ref: Ref, work: () => T): T;
