import type { Operation } from "../../index/operation.ts";
import { type Scope } from "../../index/scope.ts";
import type { IndexStore } from "../../index/store.ts";
import type { ResourcePlugin } from "../../plugin.ts";
/** The projects that see something of what was told, and one that should see what everybody does. */
export declare function membersOf(plugin: ResourcePlugin, said: readonly Operation[]): Scope[];
export declare const everything: () => Scope;
/** Everything that these people are answered by a store that was told so, in one list. */
export declare function answersOf(store: IndexStore, plugin: ResourcePlugin, said: readonly Operation[], people: readonly Scope[]): Promise<unknown[]>;
