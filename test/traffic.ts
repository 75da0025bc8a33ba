/** Made-up traffic in the shape of Glance's, as much as one likes, the same for the same seed. */

/** A small generator of pseudo-random numbers in [0, 1) (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const DISTROS = ["ubuntu", "debian", "fedora", "rocky", "windows", "cirros"];
const WORDS = ["server", "minimal", "golden", "web", "db", "batch", "gpu", "staging", "prod", "test", "arm", "lts"];
const VISIBILITIES = ["private", "private", "private", "shared", "shared", "community", "public"];
const START = Date.parse("2026-01-01T00:00:00Z");

const pick = <T>(from: readonly T[], next: () => number): T => from[Math.floor(next() * from.length)]!;
const hex = (n: number, length: number): string => n.toString(16).padStart(length, "0");
const iso = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, "Z");

/** The id of the n-th image. */
export const imageId = (n: number): string => `${hex(n, 8)}-0000-4000-8000-${hex(n, 12)}`;

/** The id of the n-th project; few projects own most images, as in a cloud. */
const projectId = (n: number): string => hex(n + 1, 32);
const project = (next: () => number, projects: number): string => projectId(Math.floor(projects * next() ** 3));

/** An image as Glance tells it. */
function imagePayload(n: number, next: () => number, projects = 1000): Record<string, unknown> {
  const distro = pick(DISTROS, next);
  const release = `${Math.floor(next() * 30)}.${pick(["04", "10"], next)}`;
  const visibility = pick(VISIBILITIES, next);
  const created = START + n * 1000;
  return {
    id: imageId(n),
    name: `${distro}-${release}-${pick(WORDS, next)}-${n % 5000}`,
    status: pick(["active", "active", "active", "queued", "saving"], next),
    created_at: iso(created),
    updated_at: iso(created),
    min_disk: Math.floor(next() * 40),
    min_ram: 512 * Math.floor(next() * 8),
    protected: next() < 0.1,
    checksum: hex(Math.floor(next() * 2 ** 32), 32),
    owner: project(next, projects),
    disk_format: pick(["raw", "qcow2", "vmdk"], next),
    container_format: "bare",
    size: Math.floor(next() * 8e9),
    virtual_size: null,
    is_public: visibility === "public",
    visibility,
    properties: {
      os_distro: distro,
      os_version: release,
      os_type: distro === "windows" ? "windows" : "linux",
      architecture: pick(["x86_64", "aarch64"], next),
      hw_qemu_guest_agent: pick(["yes", "no"], next),
    },
    tags: [pick(WORDS, next), pick(WORDS, next)],
    deleted: false,
    deleted_at: null,
  };
}

/** With whom an image is shared, as Glance tells it. */
const memberPayload = (image: unknown, at: number, next: () => number): Record<string, unknown> => ({
  image_id: image,
  member_id: projectId(Math.floor(next() * 20)),
  status: pick(["pending", "accepted", "rejected"], next),
  created_at: iso(at / 1000),
  updated_at: iso(at / 1000),
  deleted: false,
  deleted_at: null,
});

/** A notification in its envelope, as it lies on Kafka. `micros` is when it is said to have been sent. */
function envelope(eventType: string, payload: unknown, micros: number): string {
  const timestamp = `${new Date(Math.floor(micros / 1000)).toISOString().replace("T", " ").slice(0, 19)}.${String(micros % 1_000_000).padStart(6, "0")}`;
  const message = {
    message_id: `${eventType}-${micros}`,
    publisher_id: "image.traffic",
    event_type: eventType,
    priority: "INFO",
    payload,
    timestamp,
    _context: {},
  };
  return JSON.stringify({ "oslo.version": "2.0", "oslo.message": JSON.stringify(message) });
}

/** The creations of `count` images. */
export function creations(count: number, seed = 1): string[] {
  const next = random(seed);
  return Array.from({ length: count }, (_, n) =>
    envelope("image.create", imagePayload(n, next), (START + n * 1000) * 1000 + 1),
  );
}

/** A change of each of the images that `creations` makes, a day later. */
export function changes(count: number, seed = 1): string[] {
  const next = random(seed);
  return Array.from({ length: count }, (_, n) => {
    const payload = imagePayload(n, next);
    const at = START + 86_400_000 + n * 1000;
    const changed = { ...payload, name: `${String(payload["name"])}-again`, status: "active", updated_at: iso(at) };
    return envelope("image.update", changed, at * 1000 + 1);
  });
}

/** When the n-th of `history` is said to have been sent, in milliseconds since 1970. */
export const historyTime = (n: number): number => START + n * 1000;

/** What happens to `images` images, one notification a second: each in turn is created, then changed, and changed again. */
export function* history(images: number, count: number, seed = 1): Generator<string> {
  const next = random(seed);
  const payloads: Record<string, unknown>[] = [];
  for (let n = 0; n < count; n++) {
    const at = historyTime(n);
    const payload = (payloads[n % images] ??= imagePayload(n, next, 20));
    const changed = { ...payload, name: `image-${n}`, updated_at: iso(at) };
    yield envelope(n < images ? "image.create" : "image.update", changed, at * 1000);
  }
}

/**
 * Lives of `images` images: created, changed `changes` times at the middle, shared, some deleted, and some of those spoken of
 * once more; shuffled, one in twenty told twice.
 */
export function lives(images: number, seed: number, changes = 1.5): string[] {
  const next = random(seed);
  const told: string[] = [];
  for (let n = 0; n < images; n++) {
    const payload = imagePayload(n, next, 20);
    let at = (START + n * 1000) * 1000;
    const tell = (event: string, body: unknown): void =>
      void told.push(envelope(event, body, (at += 1 + Math.floor(next() * 400_000))));
    const change = (name: string): void =>
      tell("image.update", { ...payload, name: `${String(payload["name"])}-${name}`, tags: [pick(WORDS, next)] });
    tell("image.create", { ...payload, status: "queued" });
    for (let left = Math.floor(next() * 2 * changes); left >= 0; left--) change(String(left));
    if (next() < 0.3) tell("image.member.create", memberPayload(payload["id"], at, next));
    if (next() < 0.2) {
      tell("image.delete", { ...payload, status: "deleted", deleted: true, deleted_at: iso(at / 1000) });
      if (next() < 0.5) change("late");
    }
  }
  const repeated = told.flatMap((one) => (next() < 0.05 ? [one, one] : [one]));
  return shuffled(repeated, next);
}

/** The same things in another order. */
export const shuffled = <T>(things: readonly T[], next: () => number): T[] =>
  things
    .map((one) => [next(), one] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, one]) => one);
