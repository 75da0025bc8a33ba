import { z } from "zod";
import { file } from "./setting.js";
const Tokens = z.array(z.strictObject({
    token: z.string().min(8),
    userId: z.string().min(1),
    projectId: z.string().min(1),
    roles: z.array(z.string().toLowerCase()),
}));
const jsonOf = (text) => {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
};
/** A file of static tokens. What is wrong with it is told by place, never by content: it holds secrets. */
export const tokens = file.transform((text, context) => {
    const json = jsonOf(text);
    const parsed = Tokens.safeParse(json);
    if (parsed.success)
        return parsed.data;
    const where = json === undefined
        ? "it is not JSON"
        : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
    context.issues.push({
        code: "custom",
        input: undefined,
        message: `must be a file with [{"token" (8 characters or more),"userId","projectId","roles":[…]}]: ${where}`,
    });
    return z.NEVER;
});
