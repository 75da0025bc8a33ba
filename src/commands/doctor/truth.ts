import { syncAll, type SyncOptions, type TypeReport } from "../../cloud/sync.ts";
import type { Finding } from "../../cloud/tally.ts";
import type { Check } from "./check.ts";

/** How long a difference may have been there, in words. `since` is microseconds since 1970. */
function ageText(since: number | undefined): string {
  if (since === undefined) return "";
  const seconds = Math.max(0, Math.round(Date.now() / 1000 - since / 1e6));
  return `, for ${seconds} s at most`;
}

const SAYS: { readonly [difference in Finding["difference"]]: (fields: string) => string } = {
  missing: () => "the service has it, the index does not",
  extra: () => "the index has it, the service does not",
  differing: (fields) => `differs in ${fields}`,
  older: () => "says the same, of an earlier time",
  unasked: () => "the index has it, and its project could not be asked",
};

function findingText({ id, difference, fields, owner, since }: Finding): string {
  const whose = owner === undefined ? "" : ` (project ${owner})`;
  return `${id}${whose}: ${SAYS[difference](fields.join(", "))}${ageText(since)}`;
}

/** What an operator can do about what a service refuses. */
const advised = (problem: string, rules: readonly string[] | undefined): string =>
  / answered with 40[13]/.test(problem) && rules
    ? `${problem}: its policy must let the service account ${rules.join(", ")}`
    : problem;

type Looking = Omit<SyncOptions, "apply" | "onFinding"> & {
  /** How many differences of a type are named. */
  readonly limit: number;
};

function checkOf(
  { type, listed, drifts, problems }: TypeReport,
  named: readonly string[],
  rules?: readonly string[],
): Check {
  const differing = Object.values(drifts).reduce((sum, { count }) => sum + count, 0);
  const more = differing - named.length;
  const says = [
    ...problems.map((problem) => advised(problem, rules)),
    ...named,
    ...(more > 0 ? [`and ${more.toLocaleString("en")} more (--limit)`] : []),
  ];
  const what = differing === 0 ? "no difference" : `${differing.toLocaleString("en")} differ`;
  return { name: `${type}: ${listed.toLocaleString("en")} listed, ${what}`, ok: says.length === 0, says };
}

/** Compares the index with what the services say, type by type, naming what differs. Writes nothing. */
export async function checkTruth({ limit, ...options }: Looking): Promise<readonly Check[]> {
  const named = new Map<string, string[]>();
  const onFinding = (finding: Finding): void => {
    const lines = named.get(finding.type) ?? [];
    named.set(finding.type, lines);
    if (lines.length < limit) lines.push(findingText(finding));
  };
  const { types } = await syncAll({ ...options, apply: undefined, onFinding });
  return types.map((report) => {
    const rules = options.plugins.find(({ type }) => type === report.type)?.list?.rules;
    return checkOf(report, named.get(report.type) ?? [], rules);
  });
}
