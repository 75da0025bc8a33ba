import { cp, mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answers, HEAP, SECONDS, SETTINGS, VERSION } from "./elasticsearch-node.ts";
import { javaHome } from "./java.ts";
import { unpacked } from "./maven.ts";
import { asNobody } from "./nobody.ts";
import { freePort } from "./port.ts";
import { startProcess } from "./process.ts";
import type { Absent, Server } from "./server.ts";

const LEAST_JAVA = 21;
const ARCHIVE = `org.elasticsearch.distribution.integ-test-zip:elasticsearch:${VERSION}:zip`;

const COLLECTOR = "-XX:+UseSerialGC";

// The archive's options ask for another collector than ours, and two at once are refused.
const withoutCollector = (options: string): string => options.replaceAll(/^-XX:\+UseG1GC$/gm, "");

const configure = async (home: string, folder: string, settings: Record<string, string>): Promise<void> => {
  const config = join(folder, "config");
  await cp(join(home, "config"), config, { recursive: true });
  await mkdir(join(config, "jvm.options.d"), { recursive: true });
  await mkdir(join(folder, "tmp"));
  const yaml = Object.entries(settings).map(([name, value]) => `${name}: ${value}\n`);
  await writeFile(join(config, "elasticsearch.yml"), yaml.join(""));
  const options = join(config, "jvm.options");
  await writeFile(options, withoutCollector(await readFile(options, "utf8")));
  await writeFile(join(config, "jvm.options.d/test.options"), [...HEAP, COLLECTOR].join("\n"));
};

/** A node as a process of this machine, from Maven Central; as root it runs as nobody, for it refuses to be root. */
export const elasticsearchProcess = async (): Promise<Server | Absent> => {
  const java = await javaHome(LEAST_JAVA);
  if (java === undefined) return { absent: `no Java ${LEAST_JAVA} or later is installed` };
  const home = join(await unpacked(`elasticsearch-${VERSION}`, ARCHIVE), `elasticsearch-${VERSION}`);
  const [port, transport] = [await freePort(), await freePort()];
  const folder = await mkdtemp(join(tmpdir(), "searchlight-elasticsearch-"));
  await configure(home, folder, {
    ...SETTINGS,
    "network.host": "127.0.0.1",
    "http.port": String(port),
    "transport.port": String(transport),
    "path.data": join(folder, "data"),
    "path.logs": join(folder, "logs"),
  });
  const whom = await asNobody(folder);
  const address = `http://127.0.0.1:${port}`;
  return startProcess(address, `Elasticsearch ${VERSION} (Maven Central)`, {
    command: join(home, "bin/elasticsearch"),
    args: [],
    folder,
    ...whom,
    env: {
      ...process.env,
      HOME: folder,
      ES_JAVA_HOME: java,
      ES_PATH_CONF: join(folder, "config"),
      ES_TMPDIR: join(folder, "tmp"),
    },
    up: () => answers(address),
    seconds: SECONDS,
  });
};
