import { readFileSync } from "node:fs";

/** The most that a process ever had resident, in MiB; 0 where it is gone, or this is no Linux. */
export function peakOf(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
