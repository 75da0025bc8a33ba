import { firstOf, staticTokens } from "../api/principal.ts";
import { identifyByKeystone } from "../cloud/identify.ts";
import type { Config, StaticToken } from "../config.ts";
import type { Identify } from "../index/scope.ts";

/** Whose a token is: one of the known tokens, else what Keystone says where there is one. */
export const identifyOf = ({ cloud }: Config, tokens: readonly StaticToken[]): Identify =>
  cloud ? firstOf([staticTokens(tokens), identifyByKeystone(cloud)]) : staticTokens(tokens);
