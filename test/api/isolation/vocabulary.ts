import fc from "fast-check";
import { ROCKET } from "../../index/worlds.ts";
import { AUDIT } from "../world.ts";

export const of = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
/** An object with one key. */
export const keyed = <T>(keys: fc.Arbitrary<string>, values: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.tuple(keys, values).map(([key, value]) => ({ [key]: value }));

/** Fields: known, hidden, misspelt. */
export const field = of(
  "name",
  "description",
  "status",
  "owner",
  "size",
  "stage",
  "crewed",
  "created_at",
  "tags",
  "visibility",
  "hidden",
  "properties",
  "properties.os_distro",
  "os_distro",
  "members",
  "secret",
  "rocket_name",
  "project_id",
  "_id",
  "_type",
  "nosuch",
  "crew.name",
  "crew.clearance",
);
export const value = of<string | number | boolean>(
  "ubuntu",
  "active",
  "lts",
  "p1",
  "p2",
  "h1",
  "hush",
  "rocket",
  "accepted",
  1,
  10,
  true,
  "2026-11-22",
  ROCKET,
  AUDIT,
);
/** What is counted by: most of it known, so that most questions are answered. */
export const countable = of(
  "status",
  "tags",
  "size",
  "crewed",
  "visibility",
  "_type",
  "created_at",
  "owner",
  "name",
  "os_distro",
  "crew.role",
);
