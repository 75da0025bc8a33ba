import type { Config, StaticToken } from "../config.ts";
/**
 * Whose tokens are known without asking anybody: those of the file, or, where nothing at all says who may ask, one
 * administrator's, made at random at the first start, kept below the data directory for its owner's eyes only, and told
 * once. There is no way to be served without a token.
 */
export declare function knownTokens({ tokens, cloud, data }: Config, tell: (text: string) => void): readonly StaticToken[];
