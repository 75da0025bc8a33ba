/**
 * Subscriptions to queues of Zaqar, which notifies nobody: all is from listings, queue by queue, project by project. How old
 * one is (`age`) is left out: it would be another at every listing.
 */
export declare const subscription: import("../../src/plugin.ts").ResourcePlugin;
