import { z } from "zod";
declare const Tokens: z.ZodArray<z.ZodObject<{
    token: z.ZodString;
    userId: z.ZodString;
    projectId: z.ZodString;
    roles: z.ZodArray<z.ZodString>;
}, z.core.$strict>>;
/** A static token and whose it is. */
export type StaticToken = z.output<typeof Tokens>[number];
/** A file of static tokens. What is wrong with it is told by place, never by content: it holds secrets. */
export declare const tokens: z.ZodPipe<z.ZodPipe<z.ZodString, z.ZodTransform<string, string>>, z.ZodTransform<readonly {
    token: string;
    userId: string;
    projectId: string;
    roles: string[];
}[], string>>;
export {};
