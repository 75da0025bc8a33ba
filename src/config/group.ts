import { z } from "zod";
import { file, isSecret } from "./setting.ts";

/** The environment, without what is not set. */
export type Given = Readonly<Record<string, string>>;

/**
 * Settings that belong together.
 *
 * - `settings`: name in the environment → what it may be, what it is when not set, and what it says in the help.
 * - `needs`: settings that make sense only with others: when, which, and why in words.
 * - `of`: what the rest of the program reads.
 */
export type Group<Shape extends z.ZodRawShape, Part> = {
  readonly settings: Shape;
  readonly needs?: readonly {
    readonly when: (settings: z.output<z.ZodObject<Shape>>) => boolean;
    readonly needs: readonly (keyof Shape & string)[];
    readonly because: string;
  }[];
  readonly of: (settings: z.output<z.ZodObject<Shape>>) => Part;
};

/** Checks nothing; lets the settings' types be inferred. */
export const group = <Shape extends z.ZodRawShape, Part>(settings: Group<Shape, Part>): Group<Shape, Part> => settings;

/** A group's part of the configuration, or none with the problems in words. */
export type Read<Part> = { readonly part?: Part; readonly problems: readonly string[] };

/** The secrets that files hold, under their own names; the line break that editors put at a file's end is none of them. */
function withSecretFiles(settings: z.ZodRawShape, given: Given, problems: string[]): Given {
  const named = Object.entries(settings).filter(
    ([name, setting]) => isSecret(setting as z.ZodType) && given[`${name}_FILE`],
  );
  const read = named.flatMap(([name]) => {
    if (given[name] !== undefined) problems.push(`${name} and ${name}_FILE are both set: leave one out`);
    const content = file.safeParse(given[`${name}_FILE`]);
    if (!content.success) problems.push(...content.error.issues.map(({ message }) => `${name}_FILE: ${message}`));
    return content.success ? [[name, content.data.replace(/\r?\n$/, "")]] : [];
  });
  return { ...given, ...(Object.fromEntries(read) as Given) };
}

const issueText = ({ path, message }: z.core.$ZodIssue): string => `${path.join(".")}: ${message}`;

/** Reads a group's settings. A problem never repeats a secret. */
export function readGroup<Shape extends z.ZodRawShape, Part>(of: Group<Shape, Part>, given: Given): Read<Part> {
  const problems: string[] = [];
  const parsed = z.object(of.settings).safeParse(withSecretFiles(of.settings, given, problems));
  if (!parsed.success) return { problems: [...problems, ...parsed.error.issues.map(issueText)] };
  for (const { when, needs, because } of of.needs ?? []) {
    if (!when(parsed.data)) continue;
    const missing = needs.filter((name) => (parsed.data as Record<string, unknown>)[name] === undefined);
    problems.push(...missing.map((name) => `${name} is needed, for ${because}`));
  }
  return problems.length > 0 ? { problems } : { part: of.of(parsed.data), problems };
}
