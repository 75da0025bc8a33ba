import { Agent, createServer, request, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** What came, whole. */
type Came = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

/** A server before another that passes everything on as it is, both ways; `seen` is told of each request. */
export async function passing(
  target: string,
  seen: (came: Came) => void,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const agent = new Agent({ keepAlive: true });
  const server = createServer((incoming, answer) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const { url, method, headers } = incoming;
      const body = Buffer.concat(chunks);
      seen({ path: url!, headers, body });
      const onward = request(new URL(url!, target), { method: method!, headers, agent }, (reply) => {
        answer.writeHead(reply.statusCode!, reply.headers);
        reply.pipe(answer);
      });
      onward.on("error", () => answer.destroy());
      onward.end(body);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          agent.destroy();
          resolve();
        });
      }),
  };
}
