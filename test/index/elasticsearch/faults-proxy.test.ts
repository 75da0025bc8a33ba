import { connect, type AddressInfo } from "node:net";
import { once } from "node:events";
import { createServer, request, type IncomingMessage } from "node:http";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { soon } from "../../eventually.ts";
import { proxyTo } from "./faults.ts";

test("a sender that is gone in the middle of what it says, as a killed worker is, troubles nobody else", async () => {
  const proxy = await proxyTo("http://127.0.0.1:1");
  const sender = connect(Number(new URL(proxy.url).port), "127.0.0.1");
  await once(sender, "connect");
  sender.write("POST /_bulk HTTP/1.1\r\nhost: proxy\r\ncontent-length: 1000\r\n\r\n{");
  await sleep(100);
  sender.destroy();
  await sleep(100); // what nobody caught by then has failed this test
  await proxy.close();
});

for (const [when, sooner] of Object.entries({ "before the": true, "in the middle of a long": false }))
  test(`a sender that is gone ${when} answer leaves nothing open: it is read to its end`, async () => {
    let asked = (): void => {};
    let answered = (): void => {};
    const [coming, read] = [new Promise<void>((is) => (asked = is)), new Promise<void>((is) => (answered = is))];
    const cluster = createServer((_, answer) => {
      asked();
      setTimeout(() => answer.end(Buffer.alloc(50_000_000), answered), 100);
    }).listen(0, "127.0.0.1");
    await once(cluster, "listening");
    const proxy = await proxyTo(`http://127.0.0.1:${(cluster.address() as AddressInfo).port}`);
    const sender = request(proxy.url).end();
    if (sooner) sender.on("error", () => {});
    await coming;
    if (!sooner) await once((await once(sender, "response"))[0] as IncomingMessage, "readable");
    sender.destroy();
    await soon("the whole answer to be read", read, 10);
    await proxy.close();
    cluster.close();
    cluster.closeAllConnections();
  });
