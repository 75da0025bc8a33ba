import { registerHooks } from "node:module";
import { extname } from "node:path";

/** The kit of this service: TypeScript in a clone, JavaScript in a package. */
const KIT_URL = new URL(`../plugin${extname(import.meta.url)}`, import.meta.url).href;

let registered = false;

/**
 * From now on this thread's plugins import `searchlight/plugin` from this very service, wherever they are, so that kit and
 * service always fit; and zod from it where they bring none of their own.
 */
export function provideKit(): void {
  if (registered) return;
  registered = true;
  registerHooks({
    resolve(name, context, next) {
      if (name === "searchlight/plugin") return { url: KIT_URL, shortCircuit: true };
      try {
        return next(name, context);
      } catch (error) {
        if (name !== "zod") throw error;
        return next(name, { ...context, parentURL: import.meta.url });
      }
    },
  });
}
