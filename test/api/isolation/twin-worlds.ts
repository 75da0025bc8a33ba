import fc from "fast-check";
import { isObject, type Fields, type Json } from "../../../src/index/json.ts";
import type { Operation } from "../../../src/index/operation.ts";
import { rocketFields } from "../../index/arbitraries.ts";
import { PROBE, put, remove } from "../../index/worlds.ts";
import { AUDIT } from "../world.ts";
import { CALLER, OTHER_USERS, type Hidden } from "./viewpoints.ts";

const OTHERS = ["p2", "p3", "p4"];
/** Ids of what is not there for the caller at all, and of what they may read, if they know the id, but not list. */
export const HIDDEN_IDS = ["h1", "h2", "h3"];
export const UNLISTED_IDS = ["u1", "u2"];
export const GONE_ID = "t1";

/** Two worlds: the operations that made each. */
export type Twins = readonly [readonly Operation[], readonly Operation[]];

const of = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const status = of("accepted", "pending", "rejected");
const words = of("hush ubuntu", "rocket", "active", "lts 22.04");

type Members = readonly (readonly [project: string, status: string])[];
const members: fc.Arbitrary<Members> = fc.uniqueArray(fc.tuple(of(...OTHERS), status), {
  selector: ([project]) => project,
  maxLength: 3,
});

const memberships = (id: string, all: Members, observed = 10): Operation[] =>
  all.map(([project, status]) => put(id, { status }, observed, `members/${project}`));

/** What administrators alone see of a rocket: fields, a nested one among them, and a field of each of its people. */
const hiddenFields = (secret: string | null, crew: Json | undefined): Fields =>
  secret === null
    ? {}
    : {
        secret,
        checks: [{ note: secret, passed: true }],
        ...(Array.isArray(crew) && { crew: crew.map((one) => (isObject(one) ? { ...one, clearance: secret } : one)) }),
      };

/** A rocket that both worlds have; what of it only others may see is each world's own, and when it was told. */
const common = (id: string, { fields }: Hidden): fc.Arbitrary<Twins> =>
  fc
    .record({
      fields: rocketFields,
      own: fc.option(status),
      secrets: fc.tuple(words, fc.option(words)),
      others: fc.tuple(members, members),
      told: fc.tuple(of(10, 12, 3_000_000), of(10, 12, 3_000_000)),
    })
    .map(({ fields: all, own, secrets, others, told }) => {
      const { secret: _, checks: __, ...visible } = all;
      const side = (i: 0 | 1): Operation[] => {
        const secret = secrets[fields ? i : 0];
        const shared = others[fields ? i : 0];
        const at = told[fields ? i : 0];
        return [
          put(id, { id, ...visible, ...hiddenFields(secret, visible["crew"]) }, at),
          ...memberships(id, own === null ? shared : [...shared, [CALLER, own]], at + 1),
        ];
      };
      return [side(0), side(1)];
    });

/** A rocket that the caller neither lists nor reads; perhaps gone. `h2` was shared with the caller and is private now. */
const hiddenRocket = fc
  .record({
    id: of(...HIDDEN_IDS),
    fields: rocketFields,
    captain: of(...OTHER_USERS, null),
    owner: of(...OTHERS, null),
    visibility: of("private", "shared"),
    own: status,
    others: members,
    gone: fc.boolean(),
  })
  .map(({ id, fields, captain, owner, visibility, own, others, gone }): Operation[] => [
    put(id, { id, ...fields, captain, owner, visibility: id === "h2" ? "private" : visibility }),
    ...memberships(id, id === "h2" ? [...others, [CALLER, own]] : others),
    ...(gone && id === "h3" ? [remove(id, 20)] : []),
  ]);

/** A rocket that the caller could read by its id and finds in no list: another's community, a share not accepted. */
const unlistedRocket = fc
  .record({
    id: of(...UNLISTED_IDS),
    fields: rocketFields,
    captain: of(...OTHER_USERS, null),
    owner: of(...OTHERS),
    share: of("community", "pending", "rejected"),
  })
  .map(({ id, fields, captain, owner, share }): Operation[] =>
    share === "community"
      ? [put(id, { id, ...fields, captain, owner, visibility: share })]
      : [put(id, { id, ...fields, captain, owner, visibility: "shared" }), ...memberships(id, [[CALLER, share]])],
  );

/** The caller's own rocket that is gone, and what was said of it; where nothing was said there never was one. */
const goneRocket = fc
  .tuple(rocketFields, members)
  .map(([fields, others]): Operation[] => [
    put(GONE_ID, { id: GONE_ID, ...fields, owner: CALLER }),
    ...memberships(GONE_ID, others),
    remove(GONE_ID, 30),
  ]);

const SIGNS = Array.from("abcdefghijklmnopqrstuvwxyz0123456789");

/** So many words and values near those asked for that they reach any limit on how far a prefix or a near word expands. */
export const crowdOf = (head: string): Operation[] =>
  Array.from({ length: 12 }, (_, n) => {
    const many = SIGNS.flatMap((sign) => SIGNS.slice(n * 3, n * 3 + 3).map((other) => head + sign + other));
    const fields = { name: many[0]!, description: many.join(" "), tags: many, owner: "p2", visibility: "private" };
    return put(`crowd${n}`, { id: `crowd${n}`, ...fields });
  });

const hiddenOther = (type: string, owners: readonly string[], fields: Fields): fc.Arbitrary<Operation[]> =>
  fc
    .tuple(of(...HIDDEN_IDS), of(...owners), words)
    .map(([id, project_id, name]) => [put(id, { id, name, project_id, ...fields }, 10, "self", type)]);

const probes = (owners: readonly string[]): fc.Arbitrary<Operation[]> =>
  hiddenOther(PROBE, owners, { status: "active", size: 10, metadata: { secret: "ubuntu" }, rocket: ["r1", "h1"] });

/** What one world has and the other perhaps not, none of it to be seen. */
const unseen = ({ others, types }: Hidden): fc.Arbitrary<Operation[]> => {
  const kinds: (fc.WeightedArbitrary<Operation[]> | false)[] = [
    others && { weight: 4, arbitrary: hiddenRocket },
    others && { weight: 2, arbitrary: unlistedRocket },
    others && { weight: 1, arbitrary: of("ubun", "hsu", "roc").map(crowdOf) },
    others && { weight: 1, arbitrary: probes(OTHERS) },
    types.includes(PROBE) && { weight: 2, arbitrary: probes([CALLER, ...OTHERS]) },
    types.includes(AUDIT) && {
      weight: 1,
      arbitrary: hiddenOther(AUDIT, OTHERS, { status: "active", auditor: CALLER }),
    },
    { weight: 1, arbitrary: goneRocket },
  ];
  const some = kinds.filter((kind) => kind !== false);
  return fc.array(fc.oneof(...some), { maxLength: 5 }).map((all) => all.flat());
};

const probe = put(
  "r1",
  {
    id: "r1",
    name: "ubuntu probe",
    status: "lost",
    project_id: CALLER,
    size: 1,
    rocket: ["r2", ...HIDDEN_IDS, GONE_ID],
  },
  10,
  "self",
  PROBE,
);
/** What only one of the worlds has, always, of what somebody may not see. */
const certain = ({ others, types }: Hidden): Operation[] => [
  ...(others
    ? [
        put("h1", { id: "h1", name: "hush ubuntu", status: "odd", owner: "p2", visibility: "private", size: 3 }),
        put("h4", { id: "h4", name: "ubuntu", captain: CALLER, owner: "p2", visibility: "private" }),
        put("u1", { id: "u1", name: "ubuntu lts", status: "odd", owner: "p2", visibility: "community" }),
      ]
    : []),
  ...(types.includes(AUDIT) ? [put("h1", { id: "h1", name: "ubuntu", auditor: CALLER }, 10, "self", AUDIT)] : []),
  ...(types.includes(PROBE) ? [probe] : []),
];
/** What an older and a newer word made of a rocket is what the newer made of it. */
const corrected = (id: string): Operation => put(id, { id, name: "what it was", owner: "p2", visibility: "public" }, 5);

/** Two worlds that differ only in what somebody may not see. */
export const twinsFor = (hidden: Hidden): fc.Arbitrary<Twins> =>
  fc
    .tuple(
      fc.tuple(common("r1", hidden), common("r2", hidden), common("r3", hidden)),
      fc.tuple(unseen(hidden), unseen(hidden)),
      fc.tuple(fc.subarray(["r1", "r2", "r3"]), fc.subarray(["r1", "r2", "r3"])),
    )
    .map(([shared, own, older]): Twins => {
      const world = (i: 0 | 1): Operation[] => [
        ...(i === 0 ? certain(hidden) : []),
        ...own[i],
        ...(hidden.types.includes(PROBE) ? [] : [probe]),
        ...older[i].map(corrected),
        ...shared.flatMap((both) => both[i]),
      ];
      return [world(0), world(1)];
    });
