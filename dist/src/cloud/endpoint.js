/** The address of a service in a token's catalogue; undefined where the cloud (or the region) has none. */
export function endpointOf({ catalog }, service, account) {
    return catalog
        .filter(({ type }) => type === service)
        .flatMap(({ endpoints }) => endpoints)
        .find(({ interface: kind, region, region_id }) => kind === (account.interface ?? "public") &&
        (account.region === undefined || region === account.region || region_id === account.region))?.url;
}
/** A path below an endpoint. An endpoint that ends with the version that the path begins with is not given it twice. */
export function below(endpoint, path) {
    const root = endpoint.replace(/\/+$/, "");
    const version = /^\/v\d[^/?]*/.exec(path)?.[0];
    return new URL(version !== undefined && root.endsWith(version) ? root + path.slice(version.length) : root + path);
}
