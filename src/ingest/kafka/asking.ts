import type { Admin, Kafka } from "kafkajs";
import { explained } from "./failure.ts";
import { within } from "./within.ts";

/** A request may take half of it. */
const PATIENCE = 60_000;

/**
 * What the brokers answer to one who looks after them; connected for this alone. Waited for as long as `patience` says, in
 * milliseconds, and not after `signal` aborted.
 *
 * @throws SearchlightError `service-failed` where brokers are away or refuse us
 */
export function asking<T>(
  kafka: Kafka,
  ask: (admin: Admin) => Promise<T>,
  { patience = PATIENCE, signal }: { readonly patience?: number; readonly signal?: AbortSignal } = {},
): Promise<T> {
  const admin = kafka.admin();
  const answer = async (): Promise<T> => {
    try {
      await admin.connect();
      return await ask(admin);
    } finally {
      await admin.disconnect();
    }
  };
  return within("an answer of the brokers", patience, explained(answer()), signal);
}
