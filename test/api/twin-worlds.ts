import fc from "fast-check";
import type { Fields } from "../../src/index/json.ts";
import type { Operation } from "../../src/index/operation.ts";
import { rocketFields } from "../index/arbitraries.ts";
import { put, remove } from "../index/worlds.ts";
import { AUDIT, PROBE } from "./world.ts";

/** Who asks, in all of these worlds. */
export const CALLER = "p1";
const OTHERS = ["p2", "p3", "p4"];
const HIDDEN_IDS = ["h1", "h2", "h3"];

const of = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const status = of("accepted", "pending", "rejected");
const words = of("hush ubuntu", "rocket", "active", "lts 22.04");

type Members = readonly (readonly [project: string, status: string])[];
const members: fc.Arbitrary<Members> = fc.uniqueArray(fc.tuple(of(...OTHERS), status), {
  selector: ([project]) => project,
  maxLength: 3,
});

const memberships = (id: string, all: Members): Operation[] =>
  all.map(([project, status]) => put(id, { status }, 10, `members/${project}`));

/** A rocket that both worlds have; what of it only others may see is each world's own. */
const common = (id: string): fc.Arbitrary<[Operation[], Operation[]]> =>
  fc
    .record({
      fields: rocketFields,
      own: fc.option(status),
      secrets: fc.tuple(words, fc.option(words)),
      others: fc.tuple(members, members),
    })
    .map(({ fields, own, secrets, others }) => {
      const { secret: _, ...visible } = fields;
      const side = (i: 0 | 1): Operation[] => [
        put(id, { id, ...visible, ...(secrets[i] === null ? {} : { secret: secrets[i] }) }),
        ...memberships(id, own === null ? others[i] : [...others[i], [CALLER, own]]),
      ];
      return [side(0), side(1)];
    });

/** A rocket that the caller may neither list nor read; perhaps gone. */
const hiddenRocket = fc
  .record({
    id: of(...HIDDEN_IDS),
    fields: rocketFields,
    owner: of(...OTHERS, null),
    visibility: of("private", "shared"),
    others: members,
    gone: fc.boolean(),
  })
  .map(({ id, fields, owner, visibility, others, gone }): Operation[] => [
    put(id, { id, ...fields, owner, visibility }),
    ...memberships(id, others),
    ...(gone && id === "h3" ? [remove(id, 20)] : []),
  ]);

const hiddenOther = (type: string, fields: Fields): fc.Arbitrary<Operation[]> =>
  fc
    .tuple(of(...HIDDEN_IDS), of(...OTHERS), words)
    .map(([id, project_id, name]) => [put(id, { id, name, project_id, ...fields }, 10, "self", type)]);

const hidden: fc.Arbitrary<Operation[]> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: hiddenRocket },
      hiddenOther(PROBE, { status: "active", size: 10, metadata: { secret: "ubuntu" } }),
      hiddenOther(AUDIT, { status: "active" }),
    ),
    { maxLength: 5 },
  )
  .map((all) => all.flat());

const probe = put(
  "r1",
  { id: "r1", name: "ubuntu probe", status: "lost", project_id: CALLER, size: 1 },
  10,
  "self",
  PROBE,
);

/** Two worlds that differ only in what the caller may not see. */
export const twins: fc.Arbitrary<readonly [Operation[], Operation[]]> = fc
  .tuple(fc.tuple(common("r1"), common("r2"), common("r3")), fc.tuple(hidden, hidden))
  .map(([shared, own]) => {
    const world = (i: 0 | 1): Operation[] => [...own[i], probe, ...shared.flatMap((both) => both[i])];
    return [world(0), world(1)] as const;
  });
