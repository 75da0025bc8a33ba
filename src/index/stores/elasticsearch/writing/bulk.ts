import { errors, type Client } from "@elastic/elasticsearch";
import { bytesOf } from "./arena.ts";
import { failureOf, type ServerError } from "../cluster/failure.ts";

/** One write of a bulk request: its lines, as they are sent. */
export type Write = Buffer;

/** What became of one write, and what tells whether it was changed since; 413 when it alone is more than Elasticsearch takes. */
export type Written = {
  readonly status: number;
  readonly error?: ServerError;
  readonly _index?: string;
  readonly _seq_no?: number;
  readonly _primary_term?: number;
};

/** Bytes of one request. Elasticsearch takes 100 MB. */
const MOST = 8 * 2 ** 20;

/** A write of these lines. */
export const writeOf = (...lines: readonly string[]): Write => bytesOf(`${lines.join("\n")}\n`);

/** The writes in requests of at most `MOST`, but for one that is larger alone. */
function* batches(writes: readonly Write[]): Generator<Write[]> {
  let batch: Write[] = [];
  let length = 0;
  for (const write of writes) {
    if (batch.length > 0 && length + write.length > MOST) {
      yield batch;
      [batch, length] = [[], 0];
    }
    batch.push(write);
    length += write.length;
  }
  if (batch.length > 0) yield batch;
}

type BulkAnswer = { readonly items?: readonly Readonly<Record<string, Written>>[] };

/** `requireAlias`: refuse to write where no alias of that name is, rather than make an index. */
type Options = { readonly requireAlias: boolean };

const FILTER = ["status", "error.type", "error.reason", "_index", "_seq_no", "_primary_term"]
  .map((field) => `items.*.${field}`)
  .join();

async function request(client: Client, writes: readonly Write[], { requireAlias }: Options): Promise<Written[]> {
  const { items = [] } = await client.transport.request<BulkAnswer>({
    method: "POST",
    path: "/_bulk",
    querystring: { require_alias: requireAlias, timeout: "10s", filter_path: FILTER },
    bulkBody: Buffer.concat(writes),
  });
  return items.map((item) => Object.values(item)[0]!);
}

async function send(client: Client, writes: readonly Write[], options: Options): Promise<Written[]> {
  try {
    return await request(client, writes, options);
  } catch (error) {
    if (!(error instanceof errors.ResponseError) || error.statusCode !== 413) throw failureOf(error);
    if (writes.length === 1) return [{ status: 413, error: { type: "content_too_long" } }];
    const half = Math.ceil(writes.length / 2);
    const first = await send(client, writes.slice(0, half), options);
    return [...first, ...(await send(client, writes.slice(half), options))];
  }
}

/**
 * Writes, durably, what became of each in their order; too large a request is halved until it fits. Never refreshes.
 *
 * @throws SearchlightError `store-unavailable` when nothing can be said of some: they may have been written or not
 */
export async function bulk(
  client: Client,
  writes: readonly Write[],
  options: Options = { requireAlias: true },
): Promise<Written[]> {
  const written: Written[] = [];
  for (const batch of batches(writes)) written.push(...(await send(client, batch, options)));
  return written;
}
