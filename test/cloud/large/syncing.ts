/**
 * Opens the index in a folder, and syncs it with the cloud of an account, or fills it with so many images as events would;
 * tells its parent what that came to and the most memory that it took, in bytes.
 */
import { plugins } from "../../../plugins/all.ts";
import type { CloudAccount } from "../../../src/cloud/keystone.ts";
import { syncAll, type SyncReport } from "../../../src/cloud/sync.ts";
import { syncJournal } from "../../../src/commands/sync-journal.ts";
import { embeddedStore } from "../../../src/index/stores/embedded/store.ts";
import { operationOf } from "../../../src/plugin.ts";
import { imageOf } from "./image.ts";

const [directory, work, of] = process.argv.slice(2);
const definitions = new URL("../../../plugins/all.ts", import.meta.url);
const store = await embeddedStore({ directory: directory!, definitions });
const image = plugins.find(({ events }) => events.includes("image.create"))!;

const sync = (): Promise<SyncReport> =>
  syncAll({
    store,
    apply: (operations) => store.apply(operations),
    plugins: [image],
    cloud: JSON.parse(of!) as CloudAccount,
    journal: syncJournal(`${directory}/sync`),
    onProgress: ({ listed }) => process.send?.({ listed }),
  });

async function fill(images: number): Promise<undefined> {
  for (let from = 0; from < images; from += 200) {
    const events = Array.from({ length: Math.min(200, images - from) }, (_, i) => imageOf(from + i));
    const told = events.flatMap((payload) => image.apply({ eventType: "image.create", payload, observed: 1e15 }));
    await store.apply(told.map((one) => operationOf(image.type, "event", one)));
  }
  return undefined;
}

const report = work === "sync" ? await sync() : work === "fill" ? await fill(Number(of)) : undefined;
await store.close();
process.send?.({ report: report?.types[0], bytes: process.resourceUsage().maxRSS * 1024 });
process.disconnect?.();
