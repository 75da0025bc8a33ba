import type { ContainerRuntimeClient, ImageName } from "testcontainers";
import { messageOf } from "../../src/errors.ts";
import { until, type Absent, type Server } from "./server.ts";

const ENGINE_SECONDS = 5;
const PULL_SECONDS = 300;

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

/** Starts a container with testcontainers. Absent where no engine answers or the image can be neither found nor pulled. */
export const startContainer = async (contained: Contained): Promise<Server | Absent> => {
  // Only here: loading it takes a second, and most tests need no engine.
  const { GenericContainer, ImageName, getContainerRuntimeClient } = await import("testcontainers");
  const client = await within(ENGINE_SECONDS, getContainerRuntimeClient()).catch(() => undefined);
  if (client === undefined) return { absent: "no container engine answers" };
  const image = ImageName.fromString(contained.image);
  const pulled = (await client.image.exists(image)) || (await within(PULL_SECONDS, pull(client.image, image)));
  if (!pulled) return { absent: `the image ${contained.image} is not here and cannot be pulled` };

  const { host } = client.info.containerRuntime;
  const address = contained.address(host);
  const started = await new GenericContainer(contained.image)
    .withExposedPorts({ container: contained.port, host: contained.hostPort })
    .withEnvironment(contained.environment(host))
    .start();
  const container = client.container.getById(started.getId());
  const answering = (): Promise<void> =>
    until(() => contained.up(address), { seconds: contained.seconds, ended: () => undefined });
  const server: Server = {
    address,
    origin: `${contained.image} (container)`,
    kill: async () => void (await container.kill()),
    start: async () => {
      await container.start();
      await answering();
    },
    stop: async () => void (await started.stop()),
  };
  await answering().catch(async (error: unknown) => {
    await server.stop();
    throw new Error(`the container of ${contained.image} ${messageOf(error)}`, { cause: error });
  });
  return server;
};
