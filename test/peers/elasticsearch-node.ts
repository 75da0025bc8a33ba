/** The version to test against: of the image, and of the archive. */
export const VERSION = "9.5.3";

/** How long a node may take until it answers. */
export const SECONDS = 180;

/** Elasticsearch's settings for one node without security, that ignores how full the disk is. */
export const SETTINGS: Readonly<Record<string, string>> = {
  "cluster.name": "searchlight-test",
  "discovery.type": "single-node",
  "xpack.security.enabled": "false",
  "cluster.routing.allocation.disk.threshold_enabled": "false",
  "action.auto_create_index": "false",
  "node.store.allow_mmap": "false",
};

/** The JVM's heap. A smaller initial than maximal one keeps it from touching all of it at the start. */
export const HEAP: readonly string[] = ["-Xms256m", "-Xmx1g"];

/** Whether a node answers at `url` and can take writes. */
export const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/_cluster/health?wait_for_status=yellow&timeout=1s`, { signal: AbortSignal.timeout(3000) }).then(
    async (response) => {
      await response.body?.cancel();
      return response.ok;
    },
    () => false,
  );
