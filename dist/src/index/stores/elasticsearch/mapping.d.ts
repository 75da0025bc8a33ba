import type { estypes } from "@elastic/elasticsearch";
import type { TypeDefinition } from "../../definition.ts";
/** The strict mapping of a type's index. */
export declare function mappingOf({ schema, shared }: TypeDefinition): estypes.MappingTypeMapping;
/** The mapping of what says how fresh the index is: read by its id alone. */
export declare const FRESHNESS: estypes.MappingTypeMapping;
/** The settings of a type's index. A write is acknowledged when it is on the disks of all copies. */
export declare const settingsOf: (refreshMilliseconds: number) => estypes.IndicesIndexSettings;
