import { firstOf, staticTokens } from "../api/principal.js";
import { identifyByKeystone } from "../cloud/identify.js";
/** Whose a token is: one of the known tokens, else what Keystone says where there is one. */
export const identifyOf = ({ cloud }, tokens) => cloud ? firstOf([staticTokens(tokens), identifyByKeystone(cloud)]) : staticTokens(tokens);
