/**
 * Users of Keystone, for administrators: nobody else may list them. Events tell an id and nothing more, so only a deletion
 * says something. A user from a directory (LDAP) has the same id again when it comes back, so a deletion is not final.
 */
export declare const user: import("../../src/plugin.ts").ResourcePlugin;
