import { z } from "zod";
declare const Body: z.ZodObject<{
    token: z.ZodObject<{
        issued_at: z.ZodString;
        expires_at: z.ZodString;
        user: z.ZodObject<{
            id: z.ZodString;
        }, z.core.$strip>;
        project: z.ZodOptional<z.ZodObject<{
            id: z.ZodString;
        }, z.core.$strip>>;
        domain: z.ZodOptional<z.ZodUnknown>;
        system: z.ZodOptional<z.ZodUnknown>;
        is_domain: z.ZodOptional<z.ZodNullable<z.ZodBoolean>>;
        roles: z.ZodDefault<z.ZodArray<z.ZodObject<{
            name: z.ZodString;
        }, z.core.$strip>>>;
        catalog: z.ZodDefault<z.ZodArray<z.ZodObject<{
            type: z.ZodString;
            endpoints: z.ZodArray<z.ZodObject<{
                interface: z.ZodString;
                region: z.ZodOptional<z.ZodNullable<z.ZodString>>;
                region_id: z.ZodOptional<z.ZodNullable<z.ZodString>>;
                url: z.ZodString;
            }, z.core.$strip>>;
        }, z.core.$strip>>>;
        application_credential: z.ZodOptional<z.ZodNullable<z.ZodObject<{
            access_rules: z.ZodOptional<z.ZodUnknown>;
        }, z.core.$strip>>>;
    }, z.core.$strip>;
}, z.core.$strip>;
/**
 * What Keystone says of a token (Identity API v3, "Validate and show information for token").
 *
 * - `issuedAt`, `expiresAt`: microseconds since 1970, by Keystone's clock.
 * - `scope`: what it is for; only a project's token has a `projectId`.
 * - `restricted`: an application credential's access rules say which requests it is for.
 */
export type TokenFacts = {
    readonly issuedAt: number;
    readonly expiresAt: number;
    readonly userId: string;
    readonly projectId: string | undefined;
    readonly scope: "project" | "domain" | "system" | "none";
    readonly roles: readonly string[];
    readonly restricted: boolean;
    readonly catalog: z.infer<typeof Body>["token"]["catalog"];
};
/** Reads the body of a token. @throws SearchlightError `service-failed` when it is none */
export declare function readToken(body: unknown): TokenFacts;
export {};
