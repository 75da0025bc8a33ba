import { type Given } from "./config/group.ts";
export type { StaticToken } from "./config/tokens.ts";
declare function readAll(given: Given): {
    host: string;
    port: number;
    data: string;
    store: "elasticsearch" | "embedded" | "memory";
    cursorKey: string | undefined;
    logLevel: "debug" | "error" | "info" | "silent" | "warn";
    tombstoneDays: number;
    tokens: readonly {
        token: string;
        userId: string;
        projectId: string;
        roles: string[];
    }[] | undefined;
    policy: string | undefined;
    plugins: string[];
    limits: {
        buckets?: number;
        clauses?: number;
        concurrent?: number;
        depth?: number;
        page?: number;
        requests?: number;
        searchBytes?: number;
        searchMilliseconds?: number;
        window?: number;
    };
    metrics: {
        host: string;
        port: number;
    } | undefined;
    kafka: {
        brokers: string[];
        topics: string[];
        groupId: string;
        deadLetterTopic: string;
        ssl: boolean;
        ca: string | undefined;
        sasl: {
            mechanism: "plain" | "scram-sha-256" | "scram-sha-512";
            username: string;
            password: string;
        } | undefined;
    } | undefined;
    elasticsearch: {
        node: string;
        prefix: string;
        username: string | undefined;
        password: string | undefined;
        apiKey: string | undefined;
        ca: string | undefined;
    } | undefined;
    cloud: {
        authUrl: string;
        username: string | undefined;
        password: string | undefined;
        projectName: string | undefined;
        userDomainId: string;
        projectDomainId: string;
        applicationCredentialId: string | undefined;
        applicationCredentialSecret: string | undefined;
        region: string | undefined;
        interface: "admin" | "internal" | "public";
    } | undefined;
};
/** The configuration, from the environment and nowhere else. Holds secrets: never logged. */
export type Config = ReturnType<typeof readAll>;
/**
 * Reads and checks the environment; an empty text is not set.
 *
 * @throws SearchlightError `bad-configuration` that lists every problem at once, in words, without any secret
 */
export declare function readConfig(env?: Readonly<Record<string, string | undefined>>): Config;
/** A setting as the help tells it. `standard` is its value when not set, if it has one. */
export type SettingHelp = {
    readonly name: string;
    readonly says: string;
    readonly standard?: string;
};
/** Every setting of every group, in their order. A secret says that a file may hold it. */
export declare const settings: () => readonly SettingHelp[];
