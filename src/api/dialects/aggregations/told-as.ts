import { z } from "zod";
import type { Shown, Standing } from "../../../index/aggregations/options.ts";
import type { Scalar } from "../../../index/query.ts";
import { dateFormat } from "../../date-format.ts";
import type { Context } from "../context.ts";
import { below, unsupported } from "../input.ts";
import { checkHolds, numberIn } from "./kind.ts";

/** How times are written: see `date-format.ts`. */
export const format = z
  .string()
  .optional()
  .describe("How times are written: yyyy-MM-dd HH:mm, epoch_millis, strict_date …");

type Given = {
  readonly field: string;
  readonly missing?: Scalar | undefined;
  readonly keyed?: boolean | undefined;
  readonly format?: string | undefined;
};

/** A format, of a field of times alone. @throws SearchlightError `bad-request` */
export function formatOf(
  { field, format }: Pick<Given, "field" | "format">,
  at: string,
  context: Context,
): Pick<Shown, "format"> {
  if (format === undefined) return {};
  checkHolds(context, field, "times", at);
  if (dateFormat(format)) return { format };
  throw unsupported(
    below(at, "format"),
    `'${format}' is none that is supported; those of java.time's letters yyyy, MM, dd, HH, mm, ss, SSS and XXX are, and epoch_millis`,
  );
}

/** What buckets of numbers and times have in common besides these. @throws SearchlightError `bad-request` */
export function toldAs(given: Given, at: string, context: Context): Standing & Shown {
  const { field, missing, keyed } = given;
  return {
    ...(missing !== undefined && { missing: numberIn(context, field, missing, below(at, "missing")) }),
    ...(keyed !== undefined && { keyed }),
    ...formatOf(given, at, context),
  };
}
