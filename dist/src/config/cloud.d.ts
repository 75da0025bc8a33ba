import { z } from "zod";
/** The cloud whose tokens are taken and whose services are asked, and the account that asks; undefined without one. */
export declare const cloud: import("./group.ts").Group<{
    OS_AUTH_URL: z.ZodOptional<z.ZodURL>;
    OS_USERNAME: z.ZodOptional<z.ZodString>;
    OS_PASSWORD: z.ZodOptional<z.ZodString>;
    OS_PROJECT_NAME: z.ZodOptional<z.ZodString>;
    OS_USER_DOMAIN_ID: z.ZodDefault<z.ZodString>;
    OS_PROJECT_DOMAIN_ID: z.ZodDefault<z.ZodString>;
    OS_APPLICATION_CREDENTIAL_ID: z.ZodOptional<z.ZodString>;
    OS_APPLICATION_CREDENTIAL_SECRET: z.ZodOptional<z.ZodString>;
    OS_REGION_NAME: z.ZodOptional<z.ZodString>;
    OS_INTERFACE: z.ZodDefault<z.ZodEnum<{
        admin: "admin";
        internal: "internal";
        public: "public";
    }>>;
}, {
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
} | undefined>;
