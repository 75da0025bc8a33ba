import { z } from "zod";
import { file, isSecret } from "./setting.js";
/** Checks nothing; lets the settings' types be inferred. */
export const group = (settings) => settings;
/** The secrets that files hold, under their own names; the line break that editors put at a file's end is none of them. */
function withSecretFiles(settings, given, problems) {
    const named = Object.entries(settings).filter(([name, setting]) => isSecret(setting) && given[`${name}_FILE`]);
    const read = named.flatMap(([name]) => {
        if (given[name] !== undefined)
            problems.push(`${name} and ${name}_FILE are both set: leave one out`);
        const content = file.safeParse(given[`${name}_FILE`]);
        if (!content.success)
            problems.push(...content.error.issues.map(({ message }) => `${name}_FILE: ${message}`));
        return content.success ? [[name, content.data.replace(/\r?\n$/, "")]] : [];
    });
    return { ...given, ...Object.fromEntries(read) };
}
const issueText = ({ path, message }) => `${path.join(".")}: ${message}`;
/** Reads a group's settings. A problem never repeats a secret. */
export function readGroup(of, given) {
    const problems = [];
    const parsed = z.object(of.settings).safeParse(withSecretFiles(of.settings, given, problems));
    if (!parsed.success)
        return { problems: [...problems, ...parsed.error.issues.map(issueText)] };
    for (const { when, needs, because } of of.needs ?? []) {
        if (!when(parsed.data))
            continue;
        const missing = needs.filter((name) => parsed.data[name] === undefined);
        problems.push(...missing.map((name) => `${name} is needed, for ${because}`));
    }
    return problems.length > 0 ? { problems } : { part: of.of(parsed.data), problems };
}
