import type { Config, StaticToken } from "../config.ts";
import type { Identify } from "../index/scope.ts";
/** Whose a token is: one of the known tokens, else what Keystone says where there is one. */
export declare const identifyOf: ({ cloud }: Config, tokens: readonly StaticToken[]) => Identify;
