import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
const administrator = (token) => ({
    token,
    userId: "admin",
    projectId: "admin",
    roles: ["admin"],
});
function kept(file) {
    try {
        return readFileSync(file, "utf8").trim();
    }
    catch (error) {
        if (error.code === "ENOENT")
            return undefined;
        throw error;
    }
}
/**
 * Whose tokens are known without asking anybody: those of the file, or, where nothing at all says who may ask, one
 * administrator's, made at random at the first start, kept below the data directory for its owner's eyes only, and told
 * once. There is no way to be served without a token.
 */
export function knownTokens({ tokens, cloud, data }, tell) {
    if (tokens || cloud)
        return tokens ?? [];
    const file = join(data, "admin-token");
    const before = kept(file);
    if (before)
        return [administrator(before)];
    const token = randomBytes(24).toString("base64url");
    mkdirSync(data, { recursive: true, mode: 0o700 });
    writeFileSync(file, `${token}\n`, { mode: 0o600, flag: "wx" });
    chmodSync(file, 0o600);
    tell(`Nothing says who may ask, so here is an administrator's token (kept in ${file}):\n\n  ${token}\n\nFor more, set SEARCHLIGHT_TOKENS or OS_AUTH_URL; see \`searchlight --help\`.`);
    return [administrator(token)];
}
