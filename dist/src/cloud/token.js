import { z } from "zod";
import { SearchlightError } from "../errors.js";
import { microseconds } from "../index/values.js";
const Endpoint = z.object({
    interface: z.string(),
    region: z.string().nullish(),
    region_id: z.string().nullish(),
    url: z.string(),
});
const Body = z.object({
    token: z.object({
        issued_at: z.string(),
        expires_at: z.string(),
        user: z.object({ id: z.string().min(1) }),
        project: z.object({ id: z.string().min(1) }).optional(),
        domain: z.unknown().optional(),
        system: z.unknown().optional(),
        is_domain: z.boolean().nullish(),
        roles: z.array(z.object({ name: z.string() })).default([]),
        catalog: z.array(z.object({ type: z.string(), endpoints: z.array(Endpoint) })).default([]),
        application_credential: z.object({ access_rules: z.unknown().optional() }).nullish(),
    }),
});
/** Reads the body of a token. @throws SearchlightError `service-failed` when it is none */
export function readToken(body) {
    const parsed = Body.safeParse(body);
    if (!parsed.success)
        throw new SearchlightError("service-failed", "Keystone's answer is no token: is OS_AUTH_URL a Keystone (API v3)?");
    const { token } = parsed.data;
    const domain = token.domain !== undefined || token.is_domain === true;
    return {
        issuedAt: microseconds(token.issued_at) ?? 0,
        expiresAt: microseconds(token.expires_at) ?? 0,
        userId: token.user.id,
        projectId: domain ? undefined : token.project?.id,
        scope: domain ? "domain" : token.system !== undefined ? "system" : token.project ? "project" : "none",
        roles: token.roles.map(({ name }) => name.toLowerCase()),
        restricted: token.application_credential?.access_rules !== undefined,
        catalog: token.catalog,
    };
}
