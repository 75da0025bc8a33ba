import type { ResourcePlugin } from "../src/plugin.ts";
import { artifact } from "./glare/artifact.ts";
import { image } from "./glance/image.ts";
import { queue } from "./zaqar/queue.ts";
import { stack } from "./heat/stack.ts";

/** Every resource type that this service indexes. A new one is a file beside these and a line here. */
export const plugins: readonly ResourcePlugin[] = [artifact, image, queue, stack];
