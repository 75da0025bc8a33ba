import { canonical, type Json } from "../../src/index/json.ts";
import type { Listing } from "./truth.ts";

/** How two listings of one type differ, for one person. */
export type Difference = { readonly id: string; readonly says: string };

/** Times to the second, lists in order, nothing for null: what both can say, said alike. */
function plain(value: unknown): string {
  if (value === undefined || value === null) return "null";
  if (typeof value === "string" && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/.test(value)) return `"${value.slice(0, 19)}"`;
  if (Array.isArray(value)) return JSON.stringify(value.map(plain).toSorted());
  return canonical(value as Json);
}

/** What a document has under a name; `objects.name` are the names of all its objects. */
const valueIn = (document: Record<string, unknown>, name: string): unknown => {
  const [list = "", field] = name.split(".");
  if (field === undefined || name in document) return document[name];
  return ((document[list] ?? []) as Record<string, unknown>[]).map((one) => one[field]);
};

/** Everything that the service lists otherwise than we do: ids, and every field that the service tells. */
export function differences(theirs: Listing, ours: Listing): Difference[] {
  const found: Difference[] = [];
  for (const id of ours.keys()) if (!theirs.has(id)) found.push({ id, says: "the service does not list it" });
  for (const [id, fields] of theirs) {
    const hit = ours.get(id);
    if (!hit) found.push({ id, says: "we do not list it" });
    else
      for (const [name, value] of Object.entries(fields))
        if (plain(value) !== plain(valueIn(hit, name)))
          found.push({ id, says: `${name}: the service says ${plain(value)}, we say ${plain(valueIn(hit, name))}` });
  }
  return found;
}
