/**
 * Artifacts of Glare, of every type. Their project lists them, and everybody does once they are public, deactivated ones
 * too. Events do not tell tags, metadata and what only one type of artifact has (`properties`): the listing does.
 */
export declare const artifact: import("../../src/plugin.ts").ResourcePlugin;
