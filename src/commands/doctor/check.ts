import { messageOf } from "../../errors.ts";

/** What was looked at, whether it is as it should be, and what is to be said of it. */
export type Check = { readonly name: string; readonly ok: boolean; readonly says: readonly string[] };

/** Looks at one thing; what it throws is what is wrong with it. */
export async function check(name: string, look: () => Promise<Omit<Check, "name">>): Promise<Check> {
  try {
    return { name, ...(await look()) };
  } catch (error) {
    return { name, ok: false, says: [messageOf(error)] };
  }
}

/** For people: a line for each check, and below it what is to be said. */
export const checkText = ({ name, ok, says }: Check): string =>
  [`${ok ? "ok   " : "WRONG"} ${name}`, ...says.map((line) => `        ${line}`)].join("\n");
