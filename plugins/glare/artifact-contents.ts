import { z } from "zod";
import { isJson, type Fields, type Json } from "../../src/plugin.ts";

const Word = z.string().nullable().default(null);

/** A file of an artifact: `url` is where Glare serves it, or, of an external one, where it lies. */
const Blob = z.object({
  url: Word,
  status: z.string(),
  external: z.boolean(),
  size: z.int().nullable().default(null),
  content_type: Word,
  md5: Word,
  sha256: Word,
});

const Own = z.record(z.string(), z.custom<Json>(isJson));
const LINK = /^\/artifacts\/[^/]+\/([^/]+)$/;

/** A value's own values: of a list or a map those in it, else itself. */
const valuesIn = (value: Json): readonly (readonly [name: string | undefined, value: Json])[] =>
  typeof value === "object" && value !== null ? Object.entries(value as Fields) : [[undefined, value]];

/** The files in a field: one, or a map of them by name. */
function blobsIn(field: string, value: Json): Fields[] {
  const one = Blob.safeParse(value);
  if (one.success) return [{ name: field, ...one.data }];
  if (Array.isArray(value)) return [];
  return valuesIn(value).flatMap(([name, each]) => {
    const { data } = Blob.safeParse(each);
    return data ? [{ name: `${field}/${name}`, ...data }] : [];
  });
}

const linksIn = (value: Json): string[] =>
  valuesIn(value).flatMap(([, one]) => (typeof one === "string" ? (LINK.exec(one)?.[1] ?? []) : []));

/**
 * What only one type of artifact has, told apart by its shape, for Glare lists it all side by side: its files (`blobs`), the
 * ids of artifacts that it needs (`dependencies`), and the rest, as it is (`properties`).
 */
export function contentsOf(fields: Readonly<Record<string, unknown>>): Fields {
  const own = Object.entries(Own.parse(fields)).filter(([, value]) => value !== null);
  const blobs = own.map(([name, value]) => [name, value, blobsIn(name, value)] as const);
  const properties = blobs.flatMap(([name, value, files]) => (files.length === 0 ? [[name, value] as const] : []));
  return {
    blobs: blobs.flatMap(([, , files]) => files),
    dependencies: [...new Set(own.flatMap(([, value]) => linksIn(value)))].toSorted(),
    properties: Object.fromEntries(properties),
  };
}
