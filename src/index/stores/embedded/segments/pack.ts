import { crc32 } from "node:zlib";

/**
 * Values laid out in one piece of memory that threads share and a file can hold: typed arrays are places in it, and what is
 * around them (objects, maps, numbers) is a tree, as JSON: threads hand a text on in no time, but thousands of small objects
 * in some milliseconds.
 */
export type Packed = { readonly tree: string; readonly memory: SharedArrayBuffer };

type Tree =
  | { readonly is: "value"; readonly value: number | null }
  | { readonly is: keyof typeof KINDS; readonly at: number; readonly length: number }
  | { readonly is: "Buffer"; readonly at: number; readonly length: number }
  | { readonly is: "object" | "map"; readonly of: readonly (readonly [string, Tree])[] };

const KINDS = { Float64Array, Uint32Array, Uint16Array, Uint8Array } as const;
type TypedArray = Float64Array | Uint32Array | Uint16Array | Uint8Array;

/** Where arrays may begin: at multiples of the widest element. */
const ALIGN = 8;

/**
 * Lays a value out, whose arrays nobody changes any more: those of the same bytes are laid down once, for what two fields say
 * is often the same. What is not of the kinds that a tree names is an error in the program.
 */
export function pack(value: unknown): Packed {
  const arrays: { bytes: Uint8Array; at: number }[] = [];
  const placed = new Map<string, typeof arrays>();
  let end = 0;
  /** Where some bytes are to be: where the same are already, or behind all others. */
  function placeOf(bytes: Uint8Array): number {
    const key = `${bytes.length} ${crc32(bytes)}`;
    const alike = placed.get(key) ?? [];
    const same = alike.find((one) => Buffer.compare(one.bytes, bytes) === 0);
    if (same) return same.at;
    const one = { bytes, at: end };
    placed.set(key, [...alike, one]);
    arrays.push(one);
    end = Math.ceil((end + bytes.length) / ALIGN) * ALIGN;
    return one.at;
  }
  function place(array: TypedArray): Tree {
    const at = placeOf(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    return { is: array.constructor.name as keyof typeof KINDS, at, length: array.length };
  }
  function lay(value: unknown): Tree {
    if (value === undefined || typeof value === "number") return { is: "value", value: value ?? null };
    if (ArrayBuffer.isView(value)) return place(value as TypedArray);
    const is = value instanceof Map ? "map" : "object";
    const entries = value instanceof Map ? [...(value as Map<string, unknown>)] : Object.entries(value as object);
    return { is, of: entries.map(([key, one]) => [key, lay(one)]) };
  }
  const tree = lay(value);
  const memory = new SharedArrayBuffer(end);
  for (const { bytes, at } of arrays) new Uint8Array(memory, at, bytes.length).set(bytes);
  return { tree: JSON.stringify(tree), memory };
}

/** What maps come back as. */
export type Named<T> = Pick<ReadonlyMap<string, T>, "get" | "keys">;

/** Each value is unpacked when it is first asked for: a segment has hundreds of columns, and searches look at few. */
function named(of: readonly (readonly [string, Tree])[], memory: SharedArrayBuffer): Named<unknown> {
  const trees = new Map(of);
  const unpacked = new Map<string, unknown>();
  return {
    keys: () => trees.keys(),
    get(name) {
      if (unpacked.has(name)) return unpacked.get(name);
      const tree = trees.get(name);
      const value = tree && valueOf(tree, memory);
      if (tree) unpacked.set(name, value);
      return value;
    },
  };
}

/** The value that was packed, in place: nothing is copied. */
export const unpack = ({ tree, memory }: Packed): unknown => valueOf(JSON.parse(tree) as Tree, memory);

function valueOf(tree: Tree, memory: SharedArrayBuffer): unknown {
  switch (tree.is) {
    case "value":
      return tree.value ?? undefined;
    case "map":
      return named(tree.of, memory);
    case "object":
      return Object.fromEntries(tree.of.map(([key, one]) => [key, valueOf(one, memory)]));
    case "Buffer":
      return Buffer.from(memory, tree.at, tree.length);
    default:
      return new KINDS[tree.is](memory as unknown as ArrayBuffer, tree.at, tree.length);
  }
}
