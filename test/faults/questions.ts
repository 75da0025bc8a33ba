/** What a test asks a service, as its administrator. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Service } from "./service.ts";
import type { Settings } from "./worker.ts";

const TOKEN = "a-test-administrator";
const HEADERS = { "X-Auth-Token": TOKEN, "Content-Type": "application/json" };

/** What makes a service know us; the file of tokens lies in `folder`. */
export function knowingUs(folder: string): Settings {
  const file = join(folder, "tokens.json");
  writeFileSync(file, JSON.stringify([{ token: TOKEN, userId: "u", projectId: "p", roles: ["admin"] }]));
  return { SEARCHLIGHT_TOKENS: file };
}

type Found = {
  readonly as_of: string | null;
  readonly hits: { readonly total: number; readonly hits: readonly { readonly _source: Record<string, unknown> }[] };
};

const post = ({ url }: Service, path: string, body: string): Promise<Response> =>
  fetch(`${url}${path}`, { method: "POST", headers: HEADERS, body });

/** What a search of all projects finds. @throws when it is no success */
export async function search(service: Service, body: object): Promise<Found> {
  const answer = await post(service, "/v1/search", JSON.stringify({ all_projects: true, ...body }));
  if (!answer.ok) throw new Error(`a search was answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Found;
}

/** The status of the answer to a posted notification. */
export const told = async (service: Service, notification: Buffer): Promise<number> =>
  (await post(service, "/v1/notifications", notification.toString())).status;

/** What `/readyz` says to those who run it. */
export async function readiness({ metrics }: Service): Promise<{ readonly status: number; readonly text: string }> {
  const answer = await fetch(`${metrics}/readyz`);
  return { status: answer.status, text: await answer.text() };
}

/** The values of some metrics by name, each the sum over its labels; undefined for what is not told. */
export async function metricsOf<N extends string>(
  { metrics }: Service,
  ...names: readonly N[]
): Promise<Record<N, number | undefined>> {
  const text = await (await fetch(`${metrics}/metrics`)).text();
  const sum = (name: string): number | undefined => {
    const values = [...text.matchAll(new RegExp(`^${name}(?:{.*})? (\\S+)$`, "gm"))].map(([, value]) => Number(value));
    return values.length === 0 ? undefined : values.reduce((a, b) => a + b);
  };
  return Object.fromEntries(names.map((name) => [name, sum(name)])) as Record<N, number | undefined>;
}
