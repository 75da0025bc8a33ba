import type { Catalog } from "../../catalog.ts";
import type { Engine } from "./engine.ts";
/**
 * The one that writes to a data directory, and answers from what it wrote.
 *
 * @throws SearchlightError `store-locked` when another does, `bad-configuration` when what is there cannot be used
 */
export declare function openWriter(directory: string, catalog: Catalog): Engine;
