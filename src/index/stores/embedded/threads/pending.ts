import { told, type Call, type Reply } from "./protocol.ts";

type Waiting = { readonly resolve: (value: never) => void; readonly reject: (error: unknown) => void };

/** Calls that were sent, to a thread or to another process, and are not answered yet. */
export type PendingCalls = {
  /** Sends a call under a number of its own, and resolves to what is replied. What `send` throws, it rejects with. */
  readonly ask: (send: (call: Call) => void, method: Call["method"], args: readonly unknown[]) => Promise<unknown>;
  /** Resolves when the other side says that it is open: the reply that nobody asked for, number 0. */
  readonly opened: Promise<unknown>;
  readonly settle: (reply: Reply) => void;
  /** Nothing more will be replied, and why. */
  readonly end: (error: unknown) => void;
};

export function pendingCalls(): PendingCalls {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  return {
    opened: new Promise((resolve, reject) => waiting.set(0, { resolve, reject })),
    ask: (send, method, args) =>
      new Promise((resolve, reject) => {
        const call: Call = { id: ++lastId, method, args };
        send(call);
        waiting.set(call.id, { resolve, reject });
      }),
    settle(reply) {
      const one = waiting.get(reply.id);
      waiting.delete(reply.id);
      if ("error" in reply) one?.reject(told(reply.error));
      else one?.resolve(reply.value as never);
    },
    end(error) {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    },
  };
}
