import assert from "node:assert/strict";
import { isIPv6 } from "node:net";
import { describe, test } from "node:test";
import fc from "fast-check";
import { ipBlock, ipKey, ipText } from "../../src/index/ip.ts";

/** [as somebody writes it, as we do]. */
const WRITTEN: [string, string][] = [
  ["10.0.0.1", "10.0.0.1"],
  [" 255.255.255.255 ", "255.255.255.255"],
  ["::ffff:10.0.0.1", "10.0.0.1"],
  ["::ffff:a00:1", "10.0.0.1"],
  ["2001:DB8:0:0:8:800:200C:417A", "2001:db8::8:800:200c:417a"],
  ["2001:db8::", "2001:db8::"],
  ["::", "::"],
  ["::1", "::1"],
  ["1:0:0:2:0:0:0:3", "1:0:0:2::3"],
  ["1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7"],
  ["fe80::10:0:0", "fe80::10:0:0"],
];
describe("an address is one however it is written:", () => {
  for (const [text, canonical] of WRITTEN) test(text, () => assert.equal(ipText(ipKey(text)!), canonical));
});

test("what is no address has no key", () => {
  for (const text of ["", "10.0.0", "10.0.0.256", "010.0.0.1", "1:2", "fe80::1%eth0", "10.0.0.0/8", "::g", "1::2::3"])
    assert.equal(ipKey(text), undefined, text);
});

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
const keyOf = (address: Uint8Array): string => Buffer.from(address).toString("hex");

test("keys sort as addresses do, and any text of one reads back as it", () =>
  fc.assert(
    fc.property(
      fc.oneof(
        bytes,
        bytes.map((all) => all.map((byte) => (byte < 128 ? 0 : byte))),
      ),
      (address) => {
        const text = ipText(keyOf(address));
        assert.ok(text.includes(".") || isIPv6(text), text);
        assert.equal(ipKey(text), keyOf(address));
      },
    ),
  ));

test("a block is what shares its first bits", () => {
  const ends = (text: string) => ipBlock(text)?.map(ipText);
  assert.deepEqual(ends("10.0.0.0/8"), ["10.0.0.0", "10.255.255.255"]);
  assert.deepEqual(ends("10.1.2.3/8"), ["10.0.0.0", "10.255.255.255"]);
  assert.deepEqual(ends("10.1.2.3"), ["10.1.2.3", "10.1.2.3"]);
  assert.deepEqual(ends("0.0.0.0/0"), ["0.0.0.0", "255.255.255.255"]);
  assert.deepEqual(ends("2001:db8::/32"), ["2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"]);
  for (const text of ["10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/-1", "x/8", ""])
    assert.equal(ends(text), undefined, text);
});
