import { readFileSync } from "node:fs";
import { z } from "zod";
/** Text that never appears in a log, an error or `check-config`; `<NAME>_FILE` may name a file that holds it instead. */
export const secret = (text = z.string()) => text.meta({ secret: true });
export const isSecret = (setting) => z.globalRegistry.get(innermost(setting))?.["secret"] === true;
const innermost = (setting) => setting instanceof z.ZodOptional || setting instanceof z.ZodDefault
    ? innermost(setting.unwrap())
    : setting;
export const portNumber = z.coerce.number().int().min(0).max(65_535);
/** A whole number of things, one or more. */
export const atLeastOne = z.coerce.number().int().min(1);
/** Texts, split at commas. */
export const list = z.string().transform((text) => text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== ""));
export const flag = z.enum(["true", "false"]).transform((text) => text === "true");
export const httpUrl = z.url({ protocol: /^https?$/, error: "is not an http:// or https:// address" });
/** The path of a file, read as text; what cannot be read is a problem of the setting. */
export const file = z.string().transform((path, context) => {
    try {
        return readFileSync(path, "utf8");
    }
    catch (error) {
        const reason = error.code ?? "unknown reason";
        context.issues.push({ code: "custom", input: path, message: `${path} cannot be read (${reason})` });
        return z.NEVER;
    }
});
