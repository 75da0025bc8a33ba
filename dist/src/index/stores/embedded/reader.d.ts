import type { Catalog } from "../../catalog.ts";
import type { Engine } from "./engine.ts";
/** Reads the directory that another process writes to, at most `EVERY` milliseconds behind it; before that one begins, it waits. */
export declare function openReader(directory: string, catalog: Catalog): Engine;
