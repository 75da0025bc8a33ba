import type { CloudAccount } from "./keystone.ts";
import type { TokenFacts } from "./token.ts";

/** The address of a service in a token's catalogue; undefined where the cloud (or the region) has none. */
export function endpointOf(
  { catalog }: Pick<TokenFacts, "catalog">,
  service: string,
  account: Pick<CloudAccount, "interface" | "region">,
): string | undefined {
  return catalog
    .filter(({ type }) => type === service)
    .flatMap(({ endpoints }) => endpoints)
    .find(
      ({ interface: kind, region, region_id }) =>
        kind === (account.interface ?? "public") &&
        (account.region === undefined || region === account.region || region_id === account.region),
    )?.url;
}

/** A path below an endpoint. An endpoint that ends with the version that the path begins with is not given it twice. */
export function below(endpoint: string, path: string): URL {
  const root = endpoint.replace(/\/+$/, "");
  const version = /^\/v\d[^/?]*/.exec(path)?.[0];
  return new URL(version !== undefined && root.endsWith(version) ? root + path.slice(version.length) : root + path);
}
