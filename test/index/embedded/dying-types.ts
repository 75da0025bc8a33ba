import type { TypeDefinition } from "../../../src/index/definition.ts";
import { keyword } from "../../../src/index/schema.ts";

/** A type whose indexing ends the store's thread (a part `end/…`) or fails (a part `fail/…`). */
export const plugins: readonly TypeDefinition[] = [
  {
    type: "Test::Acme::Rocket",
    schema: { owner: keyword(), visibility: keyword(), note: keyword() },
    access: { owner: "owner" },
    join: {
      end: (rows) => (rows.length > 0 ? process.exit(3) : {}),
      fail: (rows) => {
        if (rows.length > 0) throw new Error("a join that cannot");
        return {};
      },
    },
  },
];
