/** Imported before a worker: it goes when the test that holds its standard input does, however that one ends. */
process.stdin.once("close", () => process.exit(1)).resume();
if ("unref" in process.stdin && typeof process.stdin.unref === "function") process.stdin.unref();
