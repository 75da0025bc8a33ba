import type { Flaw } from "../index/flaw.ts";
/** Everything that is wrong with what an author calls a plugin, in words. */
export declare function flawsOf(plugin: unknown): Flaw[];
/** What is wrong with a plugin's kit, for one that did not come with this service. */
export declare function kitFlaws({ kit }: {
    readonly kit?: unknown;
}): Flaw[];
