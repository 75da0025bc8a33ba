/** So much memory is taken at a time. */
const PIECE = 2 ** 20;
/** The most bytes that a UTF-16 unit takes in UTF-8. */
const WIDEST = 3;

let piece = Buffer.allocUnsafeSlow(PIECE);
let used = 0;

/**
 * A text in UTF-8, beside those before it: thousands wait to be sent at a time, and as texts each collection of garbage would move
 * them, while memory of their own for each takes longer to get than to fill. A piece is let go with the last text in it.
 */
export function bytesOf(text: string): Buffer {
  const most = text.length * WIDEST;
  if (most > PIECE / 4) return Buffer.from(text);
  if (used + most > PIECE) {
    piece = Buffer.allocUnsafeSlow(PIECE);
    used = 0;
  }
  const from = used;
  used += piece.write(text, from);
  return piece.subarray(from, used);
}
