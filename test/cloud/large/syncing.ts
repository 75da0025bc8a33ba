/**
 * Opens the index in a folder, and syncs it with the cloud of an account, if one is given; tells its parent what that came
 * to and the most memory that it took, in bytes.
 */
import { plugins } from "../../../plugins/all.ts";
import type { CloudAccount } from "../../../src/cloud/keystone.ts";
import { syncAll } from "../../../src/cloud/sync.ts";
import { syncJournal } from "../../../src/commands/sync-journal.ts";
import { embeddedStore } from "../../../src/index/stores/embedded/store.ts";

const [directory, account] = process.argv.slice(2);
const definitions = new URL("../../../plugins/all.ts", import.meta.url);
const store = await embeddedStore({ directory: directory!, definitions });
const report =
  account &&
  (await syncAll({
    store,
    apply: (operations) => store.apply(operations),
    plugins: plugins.filter(({ list }) => list?.service === "image").slice(0, 1),
    cloud: JSON.parse(account) as CloudAccount,
    journal: syncJournal(`${directory}/sync`),
    onProgress: ({ listed }) => process.send?.({ listed }),
  }));
await store.close();
process.send?.({ report: report && report.types[0], bytes: process.resourceUsage().maxRSS * 1024 });
process.disconnect?.();
