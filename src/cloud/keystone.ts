import { z } from "zod";
import { SearchlightError } from "../errors.ts";
import { call, callAgain, type Answer } from "./call.ts";
import { observedAt } from "./clock.ts";
import { readToken, type TokenFacts } from "./token.ts";

/** The account that this service acts as: a user with a password in a project, or an application credential. */
export type CloudAccount = {
  readonly authUrl: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly projectName?: string | undefined;
  readonly userDomainId: string;
  readonly projectDomainId: string;
  readonly applicationCredentialId?: string | undefined;
  readonly applicationCredentialSecret?: string | undefined;
  /** Which of the catalogue's addresses to use: public (the default), internal or admin. */
  readonly interface?: string | undefined;
  readonly region?: string | undefined;
};

/** A token of the account, and what it is good for. */
export type CloudToken = TokenFacts & { readonly value: string };

export type Project = { readonly id: string; readonly name: string };

type EveryProject = {
  readonly projects: ReadonlyMap<string, Project & { readonly enabled: boolean }>;
  readonly observed: number;
};

/** Keystone as this service uses it. */
export interface Keystone {
  readonly account: CloudAccount;
  /**
   * A new token of the account: for its own project, or for the one named.
   * @throws SearchlightError `bad-configuration` when Keystone refuses the account; `service-failed`, `timed-out`
   */
  token(projectId?: string, signal?: AbortSignal): Promise<CloudToken>;
  /** The enabled projects that the account can have a token of. */
  projects(signal?: AbortSignal): Promise<readonly Project[]>;
  /**
   * Every project that there is by its id, disabled ones too, and when that was asked in microseconds since 1970;
   * undefined where the account is not told all of them.
   */
  everyProject(signal?: AbortSignal): Promise<EveryProject | undefined>;
  /** What Keystone says of somebody's token: undefined when it is not, or no longer, valid. */
  facts(token: string): Promise<TokenFacts | undefined>;
}

const Projects = z.object({
  projects: z.array(z.object({ id: z.string().min(1), name: z.string(), enabled: z.boolean().default(true) })),
  links: z.object({ next: z.string().nullish() }).optional(),
  truncated: z.boolean().default(false),
});

/** Below this much left of its life, the account's token is renewed before it is used. In microseconds. */
const MARGIN = 60e6;

function identity(account: CloudAccount): object {
  const { applicationCredentialId: id, applicationCredentialSecret: secret, username: name, password } = account;
  return id === undefined
    ? { methods: ["password"], password: { user: { name, password, domain: { id: account.userDomainId } } } }
    : { methods: ["application_credential"], application_credential: { id, secret } };
}

function scope(account: CloudAccount, projectId: string | undefined): object {
  if (account.applicationCredentialId !== undefined) return {};
  const { projectName: name, projectDomainId } = account;
  return {
    scope: { project: projectId === undefined ? { name, domain: { id: projectDomainId } } : { id: projectId } },
  };
}

function refusal(status: number, projectId: string | undefined): SearchlightError {
  const reason =
    status !== 401
      ? `Keystone answered ${status} when asked for a token of the service account: check OS_AUTH_URL`
      : projectId === undefined
        ? "Keystone refuses the service account: check OS_USERNAME, OS_PASSWORD, OS_PROJECT_NAME and the domains, or the application credential"
        : `Keystone gives the service account no token of project ${projectId}: give it the role reader there`;
  return new SearchlightError("bad-configuration", reason);
}

/** A Keystone for this account. Asks nothing until it is used. */
export function keystoneOf(account: CloudAccount): Keystone {
  const root = account.authUrl.replace(/\/+$/, "").replace(/(\/v3)?$/, "/v3");
  const at = (path: string): URL => new URL(root + path);
  let own: Promise<CloudToken> | undefined;

  async function token(projectId?: string, signal?: AbortSignal): Promise<CloudToken> {
    if (projectId !== undefined && account.applicationCredentialId !== undefined) {
      const facts = await ownToken();
      if (facts.projectId === projectId) return token(undefined, signal);
      throw new SearchlightError(
        "bad-configuration",
        "an application credential has tokens of its own project only: use OS_USERNAME and OS_PASSWORD",
      );
    }
    const auth = { identity: identity(account), ...scope(account, projectId) };
    const answer = await callAgain(
      { method: "POST", url: at("/auth/tokens"), headers: {}, body: { auth }, seconds: 10, signal },
      2,
    );
    const value = answer.headers.get("x-subject-token");
    if (answer.status !== 201 || value === null) throw refusal(answer.status, projectId);
    return { ...readToken(answer.body), value };
  }

  /** The account's own token, kept while it lives; one request for it at a time. */
  async function ownToken(renew = false): Promise<CloudToken> {
    if (!renew && own) {
      const held = await own;
      if (held.expiresAt - MARGIN > Date.now() * 1000) return held;
    }
    const fresh = token();
    own = fresh;
    fresh.catch(() => {
      if (own === fresh) own = undefined;
    });
    return fresh;
  }

  /** Asks as the account, once more with a new token when the old one is refused. */
  async function asAccount(ask: (token: string) => Promise<Answer>): Promise<Answer> {
    const first = await ownToken();
    const answer = await ask(first.value);
    if (answer.status !== 401) return answer;
    const renewed = (await own?.catch(() => undefined)) !== first;
    return ask((await ownToken(!renewed)).value);
  }

  return {
    account,
    token,
    async projects(signal) {
      const answer = await asAccount((value) =>
        callAgain({ url: at("/auth/projects"), headers: { "X-Auth-Token": value }, signal }),
      );
      const parsed = Projects.safeParse(answer.body);
      if (!parsed.success || parsed.data.links?.next)
        throw new SearchlightError("service-failed", `Keystone does not tell projects (status ${answer.status})`);
      return parsed.data.projects.filter(({ enabled }) => enabled).map(({ id, name }) => ({ id, name }));
    },
    async everyProject(signal) {
      const own = await ownToken();
      const answer = await asAccount((value) =>
        callAgain({ url: at("/projects"), headers: { "X-Auth-Token": value }, seconds: 60, signal }),
      );
      const parsed = Projects.safeParse(answer.body);
      if (!parsed.success || parsed.data.truncated || parsed.data.links?.next) return undefined;
      const projects = new Map(parsed.data.projects.map((project) => [project.id, project]));
      // One who is not told of the own project is not told of others.
      if (own.projectId === undefined || !projects.has(own.projectId)) return undefined;
      return { projects, observed: observedAt(answer, own.issuedAt) };
    },
    async facts(subject) {
      // Without the third header Keystone refuses tokens with access rules without saying why.
      const rules = { "X-Subject-Token": subject, "OpenStack-Identity-Access-Rules": "1.0" };
      const url = at("/auth/tokens?nocatalog");
      const answer = await asAccount((value) =>
        call({ url, headers: { "X-Auth-Token": value, ...rules }, seconds: 5, maxBytes: 2 ** 20 }),
      );
      if (answer.status === 404) return undefined;
      if (answer.status === 200) return readToken(answer.body);
      throw new SearchlightError(
        "bad-configuration",
        `Keystone does not let the service account validate tokens (status ${answer.status}): give it the role service or admin`,
      );
    },
  };
}
