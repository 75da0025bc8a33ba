/**
 * Texts as bytes that compare as the texts do (`compareText`): each UTF-16 unit, moved to its place in code-point order, in
 * one to three bytes as UTF-8 does it. ASCII is itself, half of a character is no error, and a text that starts with
 * another does so in bytes.
 */
const FIRST_HALF = 0xd800;
const LAST_HALF = 0xdfff;
const BEYOND = 0xf800; // where the halves of characters beyond U+FFFF stand: above all others

const placeOf = (unit: number): number =>
  unit < FIRST_HALF ? unit : unit <= LAST_HALF ? unit - FIRST_HALF + BEYOND : unit - 0x800;
const unitAt = (place: number): number =>
  place < FIRST_HALF ? place : place < BEYOND ? place + 0x800 : place - BEYOND + FIRST_HALF;

/** Bytes that a text takes at most, for each of its units. */
const MOST = 3;

function writeBeyondAscii(bytes: Uint8Array, at: number, unit: number): number {
  const place = placeOf(unit);
  if (place < 0x800) {
    bytes[at] = 0xc0 | (place >>> 6);
    bytes[at + 1] = 0x80 | (place & 0x3f);
    return at + 2;
  }
  bytes[at] = 0xe0 | (place >>> 12);
  bytes[at + 1] = 0x80 | ((place >>> 6) & 0x3f);
  bytes[at + 2] = 0x80 | (place & 0x3f);
  return at + 3;
}

function writeText(bytes: Uint8Array, from: number, text: string): number {
  let at = from;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes[at++] = unit;
    else at = writeBeyondAscii(bytes, at, unit);
  }
  return at;
}

export function bytesOf(text: string): Buffer {
  const bytes = Buffer.allocUnsafe(text.length * MOST);
  return bytes.subarray(0, writeText(bytes, 0, text));
}

/** Texts one behind the other: `starts[i]` up to `starts[i + 1]` are the bytes of the i-th. */
export function joined(texts: readonly string[]): { readonly starts: Uint32Array; readonly bytes: Buffer } {
  const starts = new Uint32Array(texts.length + 1);
  const units = texts.reduce((sum, { length }) => sum + length, 0);
  const bytes = Buffer.allocUnsafe(units * MOST);
  let at = 0;
  for (const [i, text] of texts.entries()) starts[i + 1] = at = writeText(bytes, at, text);
  return { starts, bytes: Buffer.from(bytes.subarray(0, at)) };
}

/** The text that these bytes are. */
export function textAt(bytes: Buffer, start: number, end: number): string {
  for (let i = start; i < end; i++) if (bytes[i]! >= 0x80) return textBeyondAscii(bytes, start, end);
  return bytes.toString("latin1", start, end);
}

function textBeyondAscii(bytes: Buffer, start: number, end: number): string {
  let text = "";
  for (let i = start; i < end;) {
    const first = bytes[i++]!;
    let place = first;
    if (first >= 0xe0) place = ((first & 0x0f) << 12) | ((bytes[i++]! & 0x3f) << 6) | (bytes[i++]! & 0x3f);
    else if (first >= 0xc0) place = ((first & 0x1f) << 6) | (bytes[i++]! & 0x3f);
    text += String.fromCharCode(unitAt(place));
  }
  return text;
}

/** Below, at or above zero as the one run of bytes comes before the other, is it, or comes after. */
export function compareBytes(a: Buffer, aStart: number, aEnd: number, b: Buffer, bStart: number, bEnd: number): number {
  const length = Math.min(aEnd - aStart, bEnd - bStart);
  for (let i = 0; i < length; i++) {
    const difference = a[aStart + i]! - b[bStart + i]!;
    if (difference !== 0) return difference;
  }
  return aEnd - aStart - (bEnd - bStart);
}
