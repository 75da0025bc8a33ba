import { getPriority, platform, setPriority } from "node:os";

const NICE = 10;

/**
 * Lets threads that search come before this one: what nobody waits for this very moment may take longer. On Linux a thread has a
 * priority of its own; elsewhere it would be the whole process's, and stays. No thread takes back what its process gave.
 */
export function giveWay(): void {
  if (platform() === "linux") setPriority(Math.max(NICE, getPriority()));
}
