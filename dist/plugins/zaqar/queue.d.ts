/**
 * Queues of Zaqar, which notifies nobody: all is from listings, a project at a time, for Zaqar answers only for the
 * token's own. A queue has no id, and its name may be used again; no time of its own either, so the later listing is right.
 */
export declare const queue: import("../../src/plugin.ts").ResourcePlugin;
