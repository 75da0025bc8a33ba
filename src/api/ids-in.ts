/** The ids in a field that refers to resources: one, or a list of them. */
export function idsIn(value: unknown): string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return [...new Set(all.filter((one): one is string => typeof one === "string" && one !== ""))];
}
