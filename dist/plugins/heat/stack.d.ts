/**
 * Stacks of Heat, for their own project. Heat lists stacks inside stacks only when asked, but its events do not tell which
 * those are: `parent` and `nested` are known after a listing.
 *
 * `orchestration.autoscaling.*` is left out: it repeats the state of the stack that holds the group, which has events of its own.
 */
export declare const stack: import("../../src/plugin.ts").ResourcePlugin;
