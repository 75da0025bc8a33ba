import { SearchlightError, messageOf } from "../../../../errors.ts";
import { isObject } from "../../../json.ts";
import type { Ref, Resource } from "../../../resource.ts";

const refused = (ref: Ref, reason: string): SearchlightError =>
  new SearchlightError(
    "bad-configuration",
    `the index's record of ${ref.type} '${ref.id}' cannot be used (${reason}): put the data directory back from a copy, ` +
      "or move it away, start again and fill it with `searchlight sync`; nothing was changed",
  );

/** A state as its row holds it. Equal states are equal texts, for `merge` sorts what it makes. */
export const textOf = (state: Resource): string => JSON.stringify(state);

/** Reads a state that this store wrote. @throws SearchlightError naming the resource whose record is damaged */
export function stateIn(text: string, ref: Ref): Resource {
  let state: unknown;
  try {
    state = JSON.parse(text);
  } catch (error) {
    throw refused(ref, messageOf(error));
  }
  const whole = isObject(state) && [state["ref"], state["life"], state["parts"], state["floors"]].every(isObject);
  if (!whole) throw refused(ref, "it is not a state");
  const { type, id } = (state as Resource).ref;
  if (type !== ref.type || id !== ref.id) throw refused(ref, `it is a state of ${type} '${id}'`);
  return state as Resource;
}

/** Does something with a resource's state; whatever goes wrong says which resource it was. */
export function naming<T>(ref: Ref, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof SearchlightError ? error : refused(ref, messageOf(error));
  }
}
