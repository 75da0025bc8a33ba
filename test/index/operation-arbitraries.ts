import fc from "fast-check";
import type { Fields } from "../../src/index/json.ts";
import type { Operation } from "../../src/index/operation.ts";

const of = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const nullable = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { nil: null, freq: 6 });
const stamp = fc.record({ source: of(0, 1, 2, 3), observed: of(10, 20, 30, 40) });
const memberFields = nullable(fc.record({ status: of("accepted", "pending", "rejected") }));

/** Operations of every kind on resources of a type, whose own fields are these. */
export const operationOn = (
  type: string,
  id: fc.Arbitrary<string>,
  self: fc.Arbitrary<Fields>,
): fc.Arbitrary<Operation> => {
  const base = {
    ref: id.map((id) => ({ type, id })),
    by: of("event" as const, "event" as const, "listing" as const),
    stamp,
  };
  const kind = <T extends string>(name: T): fc.Arbitrary<T> => fc.constant(name);
  return fc.oneof(
    { weight: 8, arbitrary: fc.record({ ...base, kind: kind("put"), part: kind("self"), fields: self }) },
    {
      weight: 3,
      arbitrary: fc.record({
        ...base,
        kind: kind("put"),
        part: of("members/p1", "members/p2", "members/p3"),
        fields: memberFields,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        ...base,
        kind: kind("put"),
        part: kind("listed"),
        fields: fc.record({ hidden: fc.boolean() }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ ...base, kind: kind("clear"), prefix: kind("members") }) },
    { weight: 1, arbitrary: fc.record({ ...base, kind: kind("remove"), final: fc.boolean() }) },
  );
};
