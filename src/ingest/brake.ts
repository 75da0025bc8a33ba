import { SearchlightError } from "../errors.ts";
import type { Handled } from "./handle.ts";

/** Looks at what became of a batch before it is acknowledged. @throws SearchlightError `service-failed` to hold it */
export type Brake = (results: readonly Handled[]) => void;

/**
 * Holds a batch when so many records in a row were rejected and none was stored among them: then it is not they who are
 * wrong, and a topic must not be drained into the dead letters. What says nothing of a resource does not count. A batch
 * that is held is looked at again as if for the first time; no `limit` never holds.
 */
export function brakeAfter(limit: number | undefined): Brake {
  let before = 0;
  return (results) => {
    if (limit === undefined) return;
    let run = before;
    let last = "";
    for (const one of results) {
      if (one.result === "stored") run = 0;
      if (one.result !== "rejected") continue;
      last = one.reason;
      if (++run < limit) continue;
      throw new SearchlightError(
        "service-failed",
        `${run} records in a row could not be used, so reading stands still and nothing more goes to the dead letters; ` +
          `the last one: ${last}. If they are what the service sends, a plugin has to learn it; if they are rubbish, ` +
          "start once with SEARCHLIGHT_MAX_REJECTIONS=0",
      );
    }
    before = run;
  };
}
