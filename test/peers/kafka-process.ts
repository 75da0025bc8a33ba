import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { answers, SECONDS, settings, VERSION, type Listener } from "./kafka-broker.ts";
import { javaHome } from "./java.ts";
import { jarsOf } from "./maven.ts";
import { freePort } from "./port.ts";
import { startProcess } from "./process.ts";
import type { Absent, Server } from "./server.ts";

const LEAST_JAVA = 17;

// The broker with what it needs at run time, and something to write its log with.
const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>searchlight.test</groupId><artifactId>kafka</artifactId><version>${VERSION}</version><packaging>pom</packaging>
<dependencies>
<dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>${VERSION}</version></dependency>
<dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-slf4j-impl</artifactId><version>2.25.5</version></dependency>
</dependencies></project>
`;

const LOGGING = `<Configuration status="WARN"><Appenders><Console name="c"/></Appenders>
<Loggers><Root level="WARN"><AppenderRef ref="c"/></Root></Loggers></Configuration>
`;

/** Kafka's Java classes, ready to run: `java` and the arguments before a class's name. Absent without a JDK. */
const kafkaClasses = async (): Promise<{ readonly java: string; readonly args: readonly string[] } | Absent> => {
  const home = await javaHome(LEAST_JAVA);
  if (home === undefined) return { absent: `no Java ${LEAST_JAVA} or later is installed` };
  const jars = await jarsOf(`kafka-${VERSION}`, POM);
  const args = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m", "-cp", join(jars, "*")];
  return { java: join(home, "bin/java"), args };
};

const properties = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value.replaceAll("\n", "\\n")}\n`)
    .join("");

/** What a broker has besides what every one has: settings, where it listens for others too, and accounts for SCRAM. */
export type More = {
  readonly settings: Record<string, string>;
  readonly listener?: Listener;
  readonly scram: readonly string[];
};

/** A broker as a process of this machine, from Maven Central; its data lies in the folder for temporary files. */
export const kafkaProcess = async (more: More = { settings: {}, scram: [] }): Promise<Server | Absent> => {
  const classes = await kafkaClasses();
  if ("absent" in classes) return classes;
  const [port, controller] = [await freePort(), await freePort()];
  const folder = await mkdtemp(join(tmpdir(), "searchlight-kafka-"));
  const config = join(folder, "server.properties");
  const bound = settings({ host: "127.0.0.1", bind: "127.0.0.1", port, controller, also: more.listener });
  await writeFile(config, properties({ ...bound, ...more.settings, "log.dirs": join(folder, "data") }));
  await writeFile(join(folder, "log4j2.xml"), LOGGING);

  const args = [`-Dlog4j2.configurationFile=${join(folder, "log4j2.xml")}`, ...classes.args];
  const cluster = randomBytes(16).toString("base64url");
  const accounts = more.scram.flatMap((account) => ["--add-scram", account]);
  const format = ["kafka.tools.StorageTool", "format", `--cluster-id=${cluster}`, "-c", config, ...accounts];
  await promisify(execFile)(classes.java, [...args, ...format], { timeout: SECONDS * 1000 });
  const address = `127.0.0.1:${port}`;
  return startProcess(address, `Kafka ${VERSION} (Maven Central)`, {
    command: classes.java,
    args: [...args, "kafka.Kafka", config],
    folder,
    env: process.env,
    up: () => answers(address),
    seconds: SECONDS,
  });
};
