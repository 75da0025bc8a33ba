import { z } from "zod";
import { group } from "./group.js";
import { httpUrl, secret } from "./setting.js";
/** The cloud whose tokens are taken and whose services are asked, and the account that asks; undefined without one. */
export const cloud = group({
    settings: {
        OS_AUTH_URL: httpUrl.optional().describe("Keystone v3, with an account or an application credential"),
        OS_USERNAME: z.string().optional().describe("the service account"),
        OS_PASSWORD: secret().optional().describe("and its password"),
        OS_PROJECT_NAME: z.string().optional().describe("and its project"),
        OS_USER_DOMAIN_ID: z.string().default("default").describe("the account's domain"),
        OS_PROJECT_DOMAIN_ID: z.string().default("default").describe("the project's domain"),
        OS_APPLICATION_CREDENTIAL_ID: z.string().optional().describe("instead of an account"),
        OS_APPLICATION_CREDENTIAL_SECRET: secret().optional().describe("and its secret"),
        OS_REGION_NAME: z.string().optional().describe("which of the catalogue's regions; any when not set"),
        OS_INTERFACE: z
            .enum(["public", "internal", "admin"])
            .default("public")
            .describe("public | internal | admin endpoints"),
    },
    needs: [
        {
            when: (s) => s.OS_APPLICATION_CREDENTIAL_ID !== undefined,
            needs: ["OS_AUTH_URL", "OS_APPLICATION_CREDENTIAL_SECRET"],
            because: "OS_APPLICATION_CREDENTIAL_ID is set",
        },
        {
            when: (s) => s.OS_AUTH_URL !== undefined && s.OS_APPLICATION_CREDENTIAL_ID === undefined,
            needs: ["OS_USERNAME", "OS_PASSWORD", "OS_PROJECT_NAME"],
            because: "OS_AUTH_URL is set without OS_APPLICATION_CREDENTIAL_ID",
        },
    ],
    of: (s) => s.OS_AUTH_URL === undefined
        ? undefined
        : {
            authUrl: s.OS_AUTH_URL,
            username: s.OS_USERNAME,
            password: s.OS_PASSWORD,
            projectName: s.OS_PROJECT_NAME,
            userDomainId: s.OS_USER_DOMAIN_ID,
            projectDomainId: s.OS_PROJECT_DOMAIN_ID,
            applicationCredentialId: s.OS_APPLICATION_CREDENTIAL_ID,
            applicationCredentialSecret: s.OS_APPLICATION_CREDENTIAL_SECRET,
            region: s.OS_REGION_NAME,
            interface: s.OS_INTERFACE,
        },
});
