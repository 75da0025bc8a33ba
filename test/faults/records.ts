import { lives, random, shuffled } from "../traffic.ts";

/** One in so many records cannot be used. */
const POISON = 200;

const bytesOf = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** What cannot be used, each time with a number, so that no two are the same. */
const POISONS: readonly ((n: number) => Buffer)[] = [
  (n) => Buffer.from(`no JSON ${n}`),
  (n) => Buffer.concat([Buffer.from(`"no text ${n}`), Buffer.from([0xff, 0xfe]), Buffer.from('"')]),
  (n) => bytesOf({ "oslo.version": "2.0", "oslo.message": `{"cut off": ${n}` }),
  (n) => bytesOf({ "oslo.version": "9.0", "oslo.message": `{"n": ${n}}` }),
  (n) => bytesOf({ said: `no notification ${n}` }),
  (n) => bytesOf({ event_type: "image.update", payload: { name: `no id ${n}` } }),
  (n) => bytesOf({ event_type: "", payload: { number: n } }),
];

/** What is sent in one run, in this order, wherever each goes. `poison` are those among them that nobody can use. */
export type Records = { readonly all: readonly Buffer[]; readonly poison: readonly Buffer[] };

/** `events` notifications at most, and nearly as many, that tell of `resources` resources; and poison among them. */
export function recordsOf(events: number, resources: number, seed: number): Records {
  const told = lives(resources, seed, Math.max(1, events / resources - 1.5)).slice(0, events);
  const poison = Array.from({ length: Math.ceil(events / POISON) }, (_, n) => POISONS[n % POISONS.length]!(n));
  return { all: shuffled([...told.map((text) => Buffer.from(text)), ...poison], random(seed + 1)), poison };
}
