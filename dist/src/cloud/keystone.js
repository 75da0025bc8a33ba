import { z } from "zod";
import { SearchlightError } from "../errors.js";
import { call, callAgain } from "./call.js";
import { readToken } from "./token.js";
const Projects = z.object({
    projects: z.array(z.object({ id: z.string().min(1), name: z.string(), enabled: z.boolean().default(true) })),
    links: z.object({ next: z.string().nullish() }).optional(),
});
/** Below this much left of its life, the account's token is renewed before it is used. In microseconds. */
const MARGIN = 60e6;
function identity(account) {
    const { applicationCredentialId: id, applicationCredentialSecret: secret, username: name, password } = account;
    return id === undefined
        ? { methods: ["password"], password: { user: { name, password, domain: { id: account.userDomainId } } } }
        : { methods: ["application_credential"], application_credential: { id, secret } };
}
function scope(account, projectId) {
    if (account.applicationCredentialId !== undefined)
        return {};
    const { projectName: name, projectDomainId } = account;
    return {
        scope: { project: projectId === undefined ? { name, domain: { id: projectDomainId } } : { id: projectId } },
    };
}
function refusal(status, projectId) {
    const reason = status !== 401
        ? `Keystone answered ${status} when asked for a token of the service account: check OS_AUTH_URL`
        : projectId === undefined
            ? "Keystone refuses the service account: check OS_USERNAME, OS_PASSWORD, OS_PROJECT_NAME and the domains, or the application credential"
            : `Keystone gives the service account no token of project ${projectId}: give it the role reader there`;
    return new SearchlightError("bad-configuration", reason);
}
/** A Keystone for this account. Asks nothing until it is used. */
export function keystoneOf(account) {
    const root = account.authUrl.replace(/\/+$/, "").replace(/(\/v3)?$/, "/v3");
    const at = (path) => new URL(root + path);
    let own;
    async function token(projectId, signal) {
        if (projectId !== undefined && account.applicationCredentialId !== undefined) {
            const facts = await ownToken();
            if (facts.projectId === projectId)
                return token(undefined, signal);
            throw new SearchlightError("bad-configuration", "an application credential has tokens of its own project only: use OS_USERNAME and OS_PASSWORD");
        }
        const auth = { identity: identity(account), ...scope(account, projectId) };
        const answer = await callAgain({ method: "POST", url: at("/auth/tokens"), headers: {}, body: { auth }, seconds: 10, signal }, 2);
        const value = answer.headers.get("x-subject-token");
        if (answer.status !== 201 || value === null)
            throw refusal(answer.status, projectId);
        return { ...readToken(answer.body), value };
    }
    /** The account's own token, kept while it lives; one request for it at a time. */
    async function ownToken(renew = false) {
        if (!renew && own) {
            const held = await own;
            if (held.expiresAt - MARGIN > Date.now() * 1000)
                return held;
        }
        const fresh = token();
        own = fresh;
        fresh.catch(() => {
            if (own === fresh)
                own = undefined;
        });
        return fresh;
    }
    /** Asks as the account, once more with a new token when the old one is refused. */
    async function asAccount(ask) {
        const first = await ownToken();
        const answer = await ask(first.value);
        if (answer.status !== 401)
            return answer;
        const renewed = (await own?.catch(() => undefined)) !== first;
        return ask((await ownToken(!renewed)).value);
    }
    return {
        account,
        token,
        async projects(signal) {
            const answer = await asAccount((value) => callAgain({ url: at("/auth/projects"), headers: { "X-Auth-Token": value }, signal }));
            const parsed = Projects.safeParse(answer.body);
            if (!parsed.success || parsed.data.links?.next)
                throw new SearchlightError("service-failed", `Keystone does not tell projects (status ${answer.status})`);
            return parsed.data.projects.filter(({ enabled }) => enabled).map(({ id, name }) => ({ id, name }));
        },
        async facts(subject) {
            // Without the third header Keystone refuses tokens with access rules without saying why.
            const rules = { "X-Subject-Token": subject, "OpenStack-Identity-Access-Rules": "1.0" };
            const url = at("/auth/tokens?nocatalog");
            const answer = await asAccount((value) => call({ url, headers: { "X-Auth-Token": value, ...rules }, seconds: 5, maxBytes: 2 ** 20 }));
            if (answer.status === 404)
                return undefined;
            if (answer.status === 200)
                return readToken(answer.body);
            throw new SearchlightError("bad-configuration", `Keystone does not let the service account validate tokens (status ${answer.status}): give it the role service or admin`);
        },
    };
}
