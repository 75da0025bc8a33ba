import { once } from "node:events";
import { request } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Identity } from "../../peers/authority.ts";

/** A way to a cluster by TLS for those alone whose `Authorization` is among `admitted`; others hear what its security says. */
export type SecuredProxy = { readonly url: string; readonly close: () => Promise<void> };

const REFUSED = JSON.stringify({
  error: { root_cause: [{ type: "security_exception" }], type: "security_exception" },
  status: 401,
});

/** Starts such a way to the cluster at `target`. */
export async function securedProxyTo(
  target: string,
  { certificate, key }: Identity,
  admitted: readonly string[],
): Promise<SecuredProxy> {
  const server = createServer({ cert: certificate, key }, (incoming, answer) => {
    const { authorization, ...headers } = incoming.headers;
    if (authorization === undefined || !admitted.includes(authorization)) {
      incoming.resume();
      answer.writeHead(401, {
        "content-type": "application/json",
        "x-elastic-product": "Elasticsearch",
        "www-authenticate": 'Basic realm="security", charset="UTF-8"',
      });
      answer.end(REFUSED);
      return;
    }
    const onward = request(new URL(incoming.url!, target), { method: incoming.method!, headers }, (reply) => {
      answer.writeHead(reply.statusCode!, reply.headers);
      reply.pipe(answer);
    });
    onward.once("error", () => answer.destroy());
    incoming.pipe(onward);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}`,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
