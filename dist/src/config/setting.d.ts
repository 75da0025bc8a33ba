import { z } from "zod";
/** Text that never appears in a log, an error or `check-config`; `<NAME>_FILE` may name a file that holds it instead. */
export declare const secret: (text?: z.ZodString) => z.ZodString;
export declare const isSecret: (setting: z.ZodType) => boolean;
export declare const portNumber: z.ZodCoercedNumber<unknown>;
/** A whole number of things, one or more. */
export declare const atLeastOne: z.ZodCoercedNumber<unknown>;
/** Texts, split at commas. */
export declare const list: z.ZodPipe<z.ZodString, z.ZodTransform<string[], string>>;
export declare const flag: z.ZodPipe<z.ZodEnum<{
    false: "false";
    true: "true";
}>, z.ZodTransform<boolean, "false" | "true">>;
export declare const httpUrl: z.ZodURL;
/** The path of a file, read as text; what cannot be read is a problem of the setting. */
export declare const file: z.ZodPipe<z.ZodString, z.ZodTransform<string, string>>;
