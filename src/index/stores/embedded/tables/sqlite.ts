/**
 * `node:sqlite`, without the warning that Node 22 and the first releases of 24 print when it is loaded ("SQLite is an
 * experimental feature"): nobody who runs searchlight can act on it. Every other warning passes.
 */
function quietly(): typeof import("node:sqlite") {
  const emit = process.emitWarning.bind(process);
  process.emitWarning = (warning: string | Error, ...rest: never[]) => {
    if (!String(warning).startsWith("SQLite is an experimental feature")) emit(warning, ...rest);
  };
  try {
    return process.getBuiltinModule("node:sqlite");
  } finally {
    process.emitWarning = emit;
  }
}

export const { DatabaseSync } = quietly();
/** A connection to one SQLite file. */
export type Database = InstanceType<typeof DatabaseSync>;
