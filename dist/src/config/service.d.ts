import { z } from "zod";
/** Where the service listens and keeps its things, and who may ask it for what. */
export declare const service: import("./group.ts").Group<{
    SEARCHLIGHT_HOST: z.ZodDefault<z.ZodString>;
    SEARCHLIGHT_PORT: z.ZodDefault<z.ZodCoercedNumber<unknown>>;
    SEARCHLIGHT_STORE: z.ZodDefault<z.ZodEnum<{
        elasticsearch: "elasticsearch";
        embedded: "embedded";
        memory: "memory";
    }>>;
    SEARCHLIGHT_DATA: z.ZodDefault<z.ZodString>;
    SEARCHLIGHT_TOKENS: z.ZodOptional<z.ZodPipe<z.ZodPipe<z.ZodString, z.ZodTransform<string, string>>, z.ZodTransform<readonly {
        token: string;
        userId: string;
        projectId: string;
        roles: string[];
    }[], string>>>;
    SEARCHLIGHT_POLICY: z.ZodOptional<z.ZodPipe<z.ZodString, z.ZodTransform<string, string>>>;
    SEARCHLIGHT_PLUGINS: z.ZodDefault<z.ZodPipe<z.ZodString, z.ZodTransform<string[], string>>>;
    SEARCHLIGHT_CURSOR_KEY: z.ZodOptional<z.ZodString>;
    SEARCHLIGHT_LOG_LEVEL: z.ZodDefault<z.ZodEnum<{
        debug: "debug";
        error: "error";
        info: "info";
        silent: "silent";
        warn: "warn";
    }>>;
    SEARCHLIGHT_TOMBSTONE_DAYS: z.ZodDefault<z.ZodCoercedNumber<unknown>>;
}, {
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
}>;
