import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";

/** Text that never appears in a log, an error or `check-config`; `<NAME>_FILE` may name a file that holds it instead. */
export const secret = (text: z.ZodString = z.string()): z.ZodString => text.meta({ secret: true });

export const isSecret = (setting: z.ZodType): boolean => z.globalRegistry.get(innermost(setting))?.["secret"] === true;

const innermost = (setting: z.ZodType): z.ZodType =>
  setting instanceof z.ZodOptional || setting instanceof z.ZodDefault
    ? innermost(setting.unwrap() as z.ZodType)
    : setting;

export const portNumber = z.coerce.number().int().min(0).max(65_535);

/** A whole number of things, one or more. */
export const atLeastOne = z.coerce.number().int().min(1);

/** Texts, split at commas. */
export const list = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);

export const flag = z.enum(["true", "false"]).transform((text) => text === "true");

/** Addresses are shown and logged, so none may hold a secret. */
export const httpUrl = z
  .url({ protocol: /^https?$/, error: "is not an http:// or https:// address", abort: true })
  .refine((text) => new URL(text).password === "" && new URL(text).username === "", {
    error: "holds a user or password, and addresses are shown: give these in the settings for them",
  });

/** The path of a file, read as text; what cannot be read is a problem of the setting. */
export const file = z.string().transform((path, context) => {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "unknown reason";
    context.issues.push({ code: "custom", input: path, message: `${path} cannot be read (${reason})` });
    return z.NEVER;
  }
});

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

const isCertificate = (pem: string): boolean => {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
};

/** A file of certificates in PEM. Node takes any file for one, and then trusts nobody. */
export const certificates = file.refine(
  (text) => {
    const found = text.match(CERTIFICATE) ?? [];
    return found.length > 0 && found.every(isCertificate);
  },
  { error: "the file holds no certificates in PEM (-----BEGIN CERTIFICATE-----), or a damaged one" },
);
