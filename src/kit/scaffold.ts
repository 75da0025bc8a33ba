import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { SearchlightError } from "../errors.ts";
import { TYPE_NAME } from "./check/schema.ts";

/** A plugin that works, of a made-up type: what a new one begins with. */
const TEMPLATE = fileURLToPath(new URL("../../template", import.meta.url));

/** `LaunchPad` with another mark between its words: `launch-pad`. */
const joined = (name: string, mark: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, mark).toLowerCase();

/** The template's names, and what a type makes of each: longer ones first. */
function namesFor(type: string): (text: string) => string {
  const words = type.split("::");
  const thing = words.at(-1)!;
  const names: readonly (readonly [RegExp, string])[] = [
    [/OS::Acme::Rocket/g, type],
    [/\bacme\b/g, joined(words.at(-2)!, "-")],
    [/\brocket(?=\.(create|update|delete)\b)/g, joined(thing, "_")],
    [/\brocket(?=\.js\b)|(?<=[-/])rocket\b/g, joined(thing, "-")],
    [/\brocket\b/g, joined(thing, " ")],
  ];
  return (text) => names.reduce((all, [from, to]) => all.replace(from, to), text);
}

/** The folder that a type's plugin is made in when none is named: `rocket`. */
export const folderOf = (type: string): string => joined(type.split("::").at(-1) ?? "", "-");

/**
 * Writes a new plugin of a type, with samples, into a folder of its own. Resolves to its files.
 *
 * @throws SearchlightError `bad-request` for what is no type, or a folder that has something in it
 */
export function scaffold(type: string, directory: string): string[] {
  if (!TYPE_NAME.test(type))
    throw new SearchlightError("bad-request", `'${type}' is no resource type: write one like OS::Acme::Rocket`);
  if (existsSync(directory) && readdirSync(directory).length > 0)
    throw new SearchlightError("bad-request", `${directory} is not empty: name a folder that is, or is not there yet`);
  const renamed = namesFor(type);
  const files = globSync("**/*", { cwd: TEMPLATE }).filter((file) => statSync(join(TEMPLATE, file)).isFile());
  return files.toSorted().map((file) => {
    const made = join(directory, renamed(file));
    mkdirSync(dirname(made), { recursive: true });
    writeFileSync(made, renamed(readFileSync(join(TEMPLATE, file), "utf8")));
    return made;
  });
}
