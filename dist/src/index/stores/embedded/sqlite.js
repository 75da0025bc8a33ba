/**
 * `node:sqlite`, without the warning that Node 22 and the first releases of 24 print when it is loaded ("SQLite is an
 * experimental feature"): nobody who runs searchlight can act on it. Every other warning passes.
 */
function quietly() {
    const emit = process.emitWarning.bind(process);
    process.emitWarning = (warning, ...rest) => {
        if (!String(warning).startsWith("SQLite is an experimental feature"))
            emit(warning, ...rest);
    };
    try {
        return process.getBuiltinModule("node:sqlite");
    }
    finally {
        process.emitWarning = emit;
    }
}
export const { DatabaseSync } = quietly();
