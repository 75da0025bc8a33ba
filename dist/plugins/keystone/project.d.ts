/**
 * Projects of Keystone, each for its own people: those whose token is of the project may read its name, as Keystone's
 * default policy has it, and nobody else but administrators.
 *
 * Keystone's events tell an id and nothing more, so only a deletion says something; the rest is from the listing. A
 * project tells no time of its own, so the later listing is right. What hangs below a domain that is deleted goes with
 * the next listing.
 */
export declare const project: import("../../src/plugin.ts").ResourcePlugin;
