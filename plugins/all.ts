import type { ResourcePlugin } from "../src/plugin.ts";
import { artifact } from "./glare/artifact.ts";
import { image } from "./glance/image.ts";
import { metadef } from "./glance/metadef.ts";
import { project } from "./keystone/project.ts";
import { queue } from "./zaqar/queue.ts";
import { softwareConfig } from "./heat/software-config.ts";
import { softwareDeployment } from "./heat/software-deployment.ts";
import { stack } from "./heat/stack.ts";
import { subscription } from "./zaqar/subscription.ts";
import { task } from "./glance/task.ts";
import { user } from "./keystone/user.ts";

/** Every resource type that this service indexes. A new one is a file beside these and a line here. */
export const plugins: readonly ResourcePlugin[] = [
  artifact,
  image,
  metadef,
  project,
  queue,
  softwareConfig,
  softwareDeployment,
  stack,
  subscription,
  task,
  user,
];
