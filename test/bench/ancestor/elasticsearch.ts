import { cp, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answers, SECONDS } from "../../peers/elasticsearch-node.ts";
import { javaHome } from "../../peers/java.ts";
import { unpacked } from "../../peers/maven.ts";
import { asNobody } from "../../peers/nobody.ts";
import { freePort } from "../../peers/port.ts";
import { startProcess } from "../../peers/process.ts";
import type { Server } from "../../peers/server.ts";

/** The last Elasticsearch that Searchlight's client speaks to. */
const VERSION = "2.4.6";
const ARCHIVE = `org.elasticsearch.distribution.zip:elasticsearch:${VERSION}:zip`;
/** It wants a security manager, which later ones have no more. */
const JAVA = { least: 8, most: 23 };

async function laidOut(home: string, port: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "searchlight-ancestor-"));
  await cp(join(home, "config"), join(folder, "config"), { recursive: true });
  await mkdir(join(folder, "plugins"));
  const settings = {
    "cluster.name": "searchlight-ancestor",
    "network.host": "127.0.0.1",
    "http.port": port,
    "transport.tcp.port": await freePort(),
    "path.plugins": join(folder, "plugins"),
    "path.data": join(folder, "data"),
    "path.logs": join(folder, "logs"),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}: ${value}\n`);
  await writeFile(join(folder, "config/elasticsearch.yml"), lines.join(""));
  return folder;
}

/** An Elasticsearch 2.4.6 with the heap of the other one, from Maven Central. @throws saying what is missing */
export async function ancientElasticsearch(): Promise<Server> {
  const java = await javaHome(JAVA.least, JAVA.most);
  if (java === undefined) throw new Error(`Elasticsearch ${VERSION} needs a Java from ${JAVA.least} to ${JAVA.most}`);
  const home = join(await unpacked(`elasticsearch-${VERSION}`, ARCHIVE), `elasticsearch-${VERSION}`);
  const port = await freePort();
  const folder = await laidOut(home, port);
  const whom = await asNobody(folder);
  const address = `http://127.0.0.1:${port}`;
  const jvm = ["-Xms256m", "-Xmx1g", "-XX:+UseSerialGC", "-Djna.nosys=true", "-Dfile.encoding=UTF-8"];
  const paths = [`-Des.path.home=${home}`, `-Des.path.conf=${join(folder, "config")}`, "-cp", join(home, "lib/*")];
  return startProcess(address, `Elasticsearch ${VERSION}`, {
    command: join(java, "bin/java"),
    args: [...jvm, ...paths, "org.elasticsearch.bootstrap.Elasticsearch", "start"],
    folder,
    ...whom,
    env: process.env,
    up: () => answers(address),
    seconds: SECONDS,
  });
}
