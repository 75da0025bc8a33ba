import { connect } from "node:net";
import { once } from "node:events";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
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
