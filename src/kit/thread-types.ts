/** The types of this service for a thread of its own: those that come with it, and the modules that its address names. */
import { plugins as own } from "../../plugins/all.ts";
import type { ResourcePlugin } from "../plugin.ts";
import { importPlugins } from "./import.ts";

const modules = new URL(import.meta.url).searchParams.getAll("module");

export const plugins: readonly ResourcePlugin[] = [...own, ...(await Promise.all(modules.map(importPlugins))).flat()];
