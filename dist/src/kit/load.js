import { extname } from "node:path";
import { messageOf } from "../errors.js";
import { catalogOf } from "../index/catalog.js";
import { flawText } from "../index/flaw.js";
import { flawsOf, kitFlaws } from "./check.js";
import { importPlugins, moduleOf } from "./import.js";
/** The problem with a file that lies where it cannot be read, or does not run, without the stack that nobody asked for. */
const brokenText = (error) => `cannot be loaded: ${messageOf(error).split("\n")[0]}`;
const typeOf = (plugin, i) => {
    const { type } = (plugin ?? {});
    return typeof type === "string" ? type : `plugin ${i + 1}`;
};
/** What is wrong with a module's plugins, each named by its type; `taken` are types that are somebody's already. */
function problemsOf(plugins, taken) {
    const types = plugins.map(typeOf);
    return plugins.flatMap((plugin, i) => {
        const flaws = [...kitFlaws(plugin ?? {}), ...flawsOf(plugin)];
        if (taken.includes(types[i]) || types.indexOf(types[i]) < i)
            flaws.push({ at: "type", says: "is defined already: every type has one plugin" });
        return flaws.map((flaw) => `${types[i]}: ${flawText(flaw)}`);
    });
}
async function moduleNamed(name, base, taken) {
    try {
        const url = moduleOf(name, base);
        const plugins = await importPlugins(url.href);
        const problems = problemsOf(plugins, taken);
        return problems.length > 0 ? { from: name, problems } : { plugins, url };
    }
    catch (error) {
        return { from: name, problems: [brokenText(error)] };
    }
}
/** The types as a thread imports them: `thread-types` reads the modules from its own address. */
function definitionsOf(modules) {
    const url = new URL(`./thread-types${extname(import.meta.url)}`, import.meta.url);
    for (const { href } of modules)
        url.searchParams.append("module", href);
    return url;
}
/**
 * The plugins that come with Searchlight, and those of modules from outside, in their order. A module with any problem is
 * refused as a whole, by name; the others are none the worse for it.
 */
export async function loadKit(own, names, base) {
    const plugins = [...own];
    const from = new Map();
    const refused = [];
    const modules = [];
    for (const name of names) {
        const found = await moduleNamed(name, base, plugins.map(({ type }) => type));
        if ("problems" in found) {
            refused.push(found);
            continue;
        }
        plugins.push(...found.plugins);
        modules.push(found.url);
        for (const { type } of found.plugins)
            from.set(type, name);
    }
    return { plugins, catalog: catalogOf(plugins), from, refused, definitions: definitionsOf(modules) };
}
