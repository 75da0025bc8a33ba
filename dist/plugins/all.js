import { artifact } from "./glare/artifact.js";
import { image } from "./glance/image.js";
import { project } from "./keystone/project.js";
import { queue } from "./zaqar/queue.js";
import { stack } from "./heat/stack.js";
import { subscription } from "./zaqar/subscription.js";
import { task } from "./glance/task.js";
import { user } from "./keystone/user.js";
/** Every resource type that this service indexes. A new one is a file beside these and a line here. */
export const plugins = [artifact, image, project, queue, stack, subscription, task, user];
