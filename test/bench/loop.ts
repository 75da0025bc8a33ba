import type { Kafka } from "kafkajs";

/** What a resource's notification says, as somebody in a hurry would index it. */
function lineOf(value: Buffer): string {
  const envelope = JSON.parse(value.toString()) as { "oslo.message": string };
  const { payload } = JSON.parse(envelope["oslo.message"]) as { payload: { id: string } };
  return `{"index":{"_id":"${payload.id}"}}\n${JSON.stringify(payload)}\n`;
}

/**
 * Notifications a second through what one would write in an afternoon instead: a kafkajs consumer that sends each batch's
 * payloads to `_bulk`. It merges nothing, keeps no order, scopes nobody, and what it cannot use ends it.
 */
export async function plainLoop(
  kafka: Kafka,
  topic: string,
  node: string,
  count: number,
  name: string,
): Promise<{ readonly durable: number; readonly searchable: number }> {
  const consumer = kafka.consumer({ groupId: name });
  const done = Promise.withResolvers<void>();
  let [began, read] = [0, 0];
  await fetch(`${node}/${name}`, { method: "PUT" });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    partitionsConsumedConcurrently: 3,
    eachBatch: async ({ batch }) => {
      began ||= performance.now();
      const answer = await fetch(`${node}/${name}/_bulk`, {
        method: "POST",
        body: batch.messages.map(({ value }) => lineOf(value!)).join(""),
        headers: { "content-type": "application/x-ndjson" },
      });
      const { errors } = (await answer.json()) as { errors: boolean };
      if (errors) done.reject(new Error("the plain loop's _bulk was refused in part"));
      if ((read += batch.messages.length) >= count) done.resolve();
    },
  });
  await done.promise;
  const durable = performance.now() - began;
  await fetch(`${node}/${name}/_refresh`, { method: "POST" });
  const searchable = performance.now() - began;
  await consumer.disconnect();
  await fetch(`${node}/${name}`, { method: "DELETE" });
  return { durable: (count / durable) * 1000, searchable: (count / searchable) * 1000 };
}
