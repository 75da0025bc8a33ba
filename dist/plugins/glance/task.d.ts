/**
 * Tasks of Glance (imports of images), for administrators: by default nobody else may list them. Glance forgets a task that
 * has expired without saying so.
 *
 * `task.run` is left out: it is sent when a task has ended, with what the task was when it began.
 */
export declare const task: import("../../src/plugin.ts").ResourcePlugin;
