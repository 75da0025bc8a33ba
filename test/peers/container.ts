import type { ContainerRuntimeClient, ImageName } from "testcontainers";
import { messageOf } from "../../src/errors.ts";
import { until, type Absent, type Server } from "./server.ts";

const ENGINE_SECONDS = 5;
const PULL_SECONDS = 300;
const LINES = 20;

const within = <T>(seconds: number, work: Promise<T>): Promise<T | undefined> => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, seconds * 1000, undefined);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
};

const pull = (images: ContainerRuntimeClient["image"], image: ImageName): Promise<boolean> =>
  images.pull(image).then(
    () => true,
    () => false,
  );

/** A server in a container: `port` is the one that it listens on, `hostPort` where that is found outside. */
export type Contained = {
  readonly image: string;
  readonly port: number;
  readonly hostPort: number;
  readonly environment: (host: string) => Record<string, string>;
  readonly address: (host: string) => string;
  readonly up: (address: string) => Promise<boolean>;
  readonly seconds: number;
};

/** The container of a server, asked until it answers. Its last lines are kept for whoever wonders why it does not. */
const run = async (client: ContainerRuntimeClient, contained: Contained): Promise<Server> => {
  const { GenericContainer, Wait } = await import("testcontainers");
  const { host } = client.info.containerRuntime;
  const address = contained.address(host);
  let said: string[] = [];
  const failed = (error: unknown): never => {
    const words = `the container of ${contained.image} failed (${messageOf(error)}):\n${said.join("")}`;
    throw new Error(words, { cause: error });
  };
  const started = await new GenericContainer(contained.image)
    .withExposedPorts({ container: contained.port, host: contained.hostPort })
    .withEnvironment(contained.environment(host))
    .withWaitStrategy(Wait.forAll([])) // we wait ourselves, below, for an answer and not only for a port
    .withLogConsumer((output) => void output.on("data", (line) => (said = [...said, String(line)].slice(-LINES))))
    .start()
    .catch(failed);
  const container = client.container.getById(started.getId());
  const ended = async (): Promise<string | undefined> =>
    (await container.inspect()).State.Running ? undefined : "it ended early";
  const answering = (): Promise<void> =>
    until(() => contained.up(address), { seconds: contained.seconds, ended }).catch(failed);
  await answering().catch(async (error: unknown) => {
    await started.stop();
    throw error;
  });
  return {
    address,
    origin: `${contained.image} (container)`,
    kill: async () => void (await container.kill()),
    start: async () => {
      await container.start();
      await answering();
    },
    stop: async () => void (await started.stop()),
  };
};

/** Starts a container with testcontainers. Absent where no engine answers or the image can be neither found nor pulled. */
export const startContainer = async (contained: Contained): Promise<Server | Absent> => {
  // Only here: loading it takes a second, and most tests need no engine.
  const { ImageName, getContainerRuntimeClient } = await import("testcontainers");
  const client = await within(ENGINE_SECONDS, getContainerRuntimeClient()).catch(() => undefined);
  if (client === undefined) return { absent: "no container engine answers" };
  const image = ImageName.fromString(contained.image);
  const there = (await client.image.exists(image)) || (await within(PULL_SECONDS, pull(client.image, image)));
  return there === true
    ? run(client, contained)
    : { absent: `the image ${contained.image} is not here and cannot be pulled` };
};
