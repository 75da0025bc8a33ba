#!/usr/bin/env node
// Plain JavaScript on purpose: it must run, and say what to do, on a Node too old for everything else.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `searchlight needs Node 24 (this is ${process.versions.node}).\n` +
      "In a clone, `npm ci` brings Node 24 for Linux on x64 and arm64 and npm scripts use it: npm run -s searchlight -- --help\n" +
      "Elsewhere install Node 24 from https://nodejs.org and try again.",
  );
  process.exit(1);
}
const { existsSync } = await import("node:fs");
const { setFlagsFromString } = await import("node:v8");
// Node reads TypeScript by WebAssembly, in every thread. Freeing its dead code, a few hundred KB, has ended whole processes
// ("Check failed: jit_page_->allocations_.erase", https://github.com/nodejs/node/issues/64500), so it is kept.
setFlagsFromString("--no-wasm-code-gc");
// A clone has TypeScript, which Node runs as it is; a package has what was made of it, for Node runs none in node_modules.
const clone = existsSync(new URL("../src/main.ts", import.meta.url));
const { main } = await import(clone ? "../src/main.ts" : "../dist/src/main.js");
await main(process.argv);
