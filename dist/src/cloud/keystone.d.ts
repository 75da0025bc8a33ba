import { type TokenFacts } from "./token.ts";
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
export type CloudToken = TokenFacts & {
    readonly value: string;
};
export type Project = {
    readonly id: string;
    readonly name: string;
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
    /** What Keystone says of somebody's token: undefined when it is not, or no longer, valid. */
    facts(token: string): Promise<TokenFacts | undefined>;
}
/** A Keystone for this account. Asks nothing until it is used. */
export declare function keystoneOf(account: CloudAccount): Keystone;
