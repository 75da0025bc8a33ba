import type { CloudAccount } from "./keystone.ts";
import type { TokenFacts } from "./token.ts";
/** The address of a service in a token's catalogue; undefined where the cloud (or the region) has none. */
export declare function endpointOf({ catalog }: Pick<TokenFacts, "catalog">, service: string, account: Pick<CloudAccount, "interface" | "region">): string | undefined;
/** A path below an endpoint. An endpoint that ends with the version that the path begins with is not given it twice. */
export declare function below(endpoint: string, path: string): URL;
