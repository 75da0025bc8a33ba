/**
 * Images of Glance, with whom they are shared. Glance lists an image to its owner, to everybody when it is public, and to
 * accepted members while it is shared; others' community images and pending shares are read by id only.
 *
 * Events do not tell `os_hidden`, the hashes and the stores, nor when an import is over: they come from the listing, as
 * the part `listed`.
 */
export declare const image: import("../../src/plugin.ts").ResourcePlugin;
