/** The types of this service for a thread of its own: those that come with it, and the modules that its address names. */
import { plugins as own } from "../../plugins/all.js";
import { importPlugins } from "./import.js";
const modules = new URL(import.meta.url).searchParams.getAll("module");
export const plugins = [...own, ...(await Promise.all(modules.map(importPlugins))).flat()];
