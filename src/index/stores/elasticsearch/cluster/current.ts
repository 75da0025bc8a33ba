import type { Client } from "@elastic/elasticsearch";
import type { Resource } from "../../../resource.ts";
import type { Kept } from "../documents/document.ts";
import { calling, refusal } from "./failure.ts";

/** Where a resource is looked for: an index or alias, and an `_id` in it. */
export type Address = { readonly index: string; readonly id: string };

/** What is kept of a resource now: its state, that state's text, and what tells whether it was changed since. */
export type Current = {
  readonly state: Resource;
  readonly text: string;
  readonly layout: string | undefined;
  readonly seqNo: number;
  readonly primaryTerm: number;
};

/**
 * What was found where a resource was looked for. `index`: the generation's own name, whatever it was called. `recalled`: it was
 * not looked for now, but is kept in mind (see `recent.ts`).
 */
export type Looked = { readonly index: string; readonly current: Current | undefined; readonly recalled?: true };

type Item = {
  readonly _index: string;
  readonly found?: boolean;
  readonly error?: { readonly type?: string };
  readonly _seq_no?: number;
  readonly _primary_term?: number;
  readonly _source?: Kept;
};

function currentOf({ found, error, _source, _seq_no, _primary_term }: Item): Current | undefined {
  if (error) throw refusal(error.type === "index_not_found_exception" ? 404 : 503, error.type);
  if (!found || !_source) return undefined;
  const { state: text, layout } = _source;
  return { state: JSON.parse(text) as Resource, text, layout, seqNo: _seq_no!, primaryTerm: _primary_term! };
}

/** Looks at this moment, whether what is there can be searched for yet or not. */
export async function look(client: Client, addresses: readonly Address[]): Promise<Looked[]> {
  if (addresses.length === 0) return [];
  const docs = addresses.map(({ index, id }) => ({ _index: index, _id: id }));
  const { docs: items } = await calling(() => client.mget<Kept>({ docs, _source_includes: ["state", "layout"] }));
  return (items as Item[]).map((item) => {
    const { _index: index } = item;
    return { index, current: currentOf(item) };
  });
}

/** What is kept of these resources at this moment, searchable yet or not; undefined for what is not kept. */
export const currentStates = async (client: Client, addresses: readonly Address[]): Promise<(Current | undefined)[]> =>
  (await look(client, addresses)).map(({ current }) => current);
