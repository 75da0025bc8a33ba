/**
 * A made-up cloud of any size, the same for the same seed: 70 % images, 20 % queues, 10 % artifacts, in 1,000 projects of
 * Zipf sizes (the largest has 13.4 %), about 250 distinct fields and about 700 bytes a resource.
 */
import { artifact } from "../../plugins/glare/artifact.ts";
import { image } from "../../plugins/glance/image.ts";
import { queue } from "../../plugins/zaqar/queue.ts";
import type { Operation } from "../../src/index/operation.ts";
import { operationOf } from "../../src/plugin.ts";
import { random } from "../traffic.ts";

const PROJECTS = 1000;
const START = Date.parse("2023-06-01T00:00:00Z");
/** Three years, whatever the number of resources: histograms have the same steps at every size. */
const SPAN = 3 * 365 * 24 * 3600;

const hex = (n: number, length: number): string => Math.floor(n).toString(16).padStart(length, "0");
const projectId = (n: number): string => hex((n + 1) * 0x9e3779b1, 32);

/** A project of the middle: the 100th largest has 1.3 ‰ of all resources. */
export const MID_SIZE = projectId(99);

/** Which project each share of the resources belongs to. */
const cumulated = Array.from({ length: PROJECTS }, (_, n) => 1 / (n + 1));
for (let n = 1; n < PROJECTS; n++) cumulated[n]! += cumulated[n - 1]!;

function zipf(share: number): number {
  const wanted = share * cumulated.at(-1)!;
  let [low, high] = [0, PROJECTS - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cumulated[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Random = () => number;
const pick = <T>(from: readonly T[], next: Random): T => from[Math.floor(next() * from.length)]!;
const named = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, n) => `${prefix}_${n}`);

const DISTROS = ["ubuntu", "debian", "fedora", "rocky", "windows", "cirros"];
const WORDS = "server minimal golden web db batch gpu staging prod test arm lts edge core mail proxy cache log".split(
  " ",
);
const STATUSES = [..."aaaaaaaqqs"].map((letter) => ({ a: "active", q: "queued", s: "saving" })[letter]!);
const IMAGE_PROPERTIES = named("hw", 90);
const QUEUE_METADATA = named("meta", 60);
const ARTIFACT_METADATA = named("note", 50);

const iso = (seconds: number): string => new Date(START + seconds * 1000).toISOString().slice(0, 19) + "Z";
const uuid = (next: Random): string =>
  `${hex(next() * 2 ** 32, 8)}-${hex(next() * 65536, 4)}-4${hex(next() * 4096, 3)}-a${hex(next() * 4096, 3)}-${hex(next() * 2 ** 48, 12)}`;

/** Some of an open map's names, with values of which many resources have the same. */
const some = (names: readonly string[], count: number, next: Random): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, () => [pick(names, next), `${pick(WORDS, next)}-${Math.floor(next() * 50)}`]),
  );

type About = { readonly id: string; readonly owner: string; readonly created: number; readonly next: Random };

function imagePayload({ id, owner, created, next }: About, update: number): Record<string, unknown> {
  const distro = pick(DISTROS, next);
  const release = `${Math.floor(next() * 30)}.${pick(["04", "10"], next)}`;
  const draw = next();
  return {
    id,
    name: `${distro}-${release}-${pick(WORDS, next)}-${Math.floor(next() * 5000)}`,
    status: pick(STATUSES, next),
    visibility: draw < 0.002 ? "public" : draw < 0.1 ? "shared" : "private",
    owner,
    created_at: iso(created),
    updated_at: iso(created + update * 60),
    disk_format: pick(["raw", "qcow2", "vmdk"], next),
    container_format: "bare",
    protected: next() < 0.1,
    size: Math.floor(next() * 8e9),
    virtual_size: null,
    min_disk: Math.floor(next() * 40),
    min_ram: 512 * Math.floor(next() * 8),
    checksum: hex(next() * 2 ** 48, 12).padStart(32, hex(next() * 2 ** 48, 12)),
    tags: [pick(WORDS, next), pick(WORDS, next)],
    properties: {
      os_distro: distro,
      os_version: release,
      architecture: pick(["x86_64", "aarch64"], next),
      ...some(IMAGE_PROPERTIES, 4, next),
    },
  };
}

function artifactPayload({ id, owner, created, next }: About, update: number): Record<string, unknown> {
  return {
    id,
    type: pick(["images", "heat_templates", "murano_packages", "tosca_templates"], next),
    name: `${pick(WORDS, next)}-${pick(WORDS, next)}-${Math.floor(next() * 1000)}`,
    description: Array.from({ length: 12 }, () => pick(WORDS, next)).join(" "),
    version: `${Math.floor(next() * 4)}.${Math.floor(next() * 20)}.${Math.floor(next() * 20)}`,
    status: pick(["active", "drafted", "deactivated"], next),
    visibility: next() < 0.002 ? "public" : "private",
    owner,
    created_at: iso(created),
    updated_at: iso(created + update * 60),
    activated_at: null,
  };
}

/** What an event of a plugin says, sent when it happened. */
const told = (plugin: typeof image, eventType: string, payload: unknown, micros: number): Operation[] =>
  plugin.apply({ eventType, payload, observed: micros }).map((one) => operationOf(plugin.type, "event", one));

/** The n-th resource of a cloud of so many, at its `update`-th change (0: its creation). */
function resource(n: number, count: number, update = 0): Operation[] {
  const next = random(n * 2 + 1);
  const share = next();
  const created = Math.floor((n / count) * SPAN);
  const about = { id: uuid(next), owner: projectId(zipf(next())), created, next: random(n * 2 + 2 + update * 7919) };
  const micros = (START + created * 1000) * 1000 + update * 60e6 + 1;
  if (share < 0.7) return told(image, "image.update", imagePayload(about, update), micros);
  if (share < 0.8) {
    const changed = artifactPayload(about, update);
    const metadata = some(ARTIFACT_METADATA, 5, about.next);
    return told(artifact, "artifact.artifact:update", changed, micros).flatMap((one) => [
      one,
      // Events do not tell metadata: a listing does, as a part of its own.
      { ref: one.ref, by: "listing", kind: "put", part: "listed", fields: { metadata }, stamp: one.stamp } as const,
    ]);
  }
  const item = { name: `${pick(WORDS, about.next)}-${about.id}`, metadata: some(QUEUE_METADATA, 8, about.next) };
  return queue
    .list!.map(item, { projectId: about.owner, observed: micros })
    .map((one) => operationOf(queue.type, "listing", one));
}

/** So many resources from the n-th on, as the operations that make them. */
export const resources = (from: number, to: number, count: number, update = 0): Operation[] =>
  Array.from({ length: Math.min(to, count) - from }, (_, i) => resource(from + i, count, update)).flat();
