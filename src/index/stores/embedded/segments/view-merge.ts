import { mergedColumn, type Moving } from "../columns/column-merge.ts";
import { sizeOf } from "../columns/dictionary.ts";
import { VIEWS, type View, type Views } from "./segment.ts";

/** Views to be merged with others, and where each of their slots goes. */
export type MovingViews = { readonly views: Views; readonly moved: Uint32Array };

function mergedView(parts: readonly MovingViews[], view: View, slots: number): Views[View] {
  const keys = new Set(parts.flatMap(({ views }) => [...views[view].keys()]));
  const columns = [...keys].map((key) => {
    const moving = parts.flatMap(({ views, moved }): Moving[] => {
      const column = views[view].get(key);
      return column ? [{ column, moved }] : [];
    });
    return [key, mergedColumn(moving, slots)] as const;
  });
  return new Map(columns.filter(([, { dictionary }]) => sizeOf(dictionary) > 0));
}

/** One of several views, without what is gone. */
export const mergedViews = (parts: readonly MovingViews[], slots: number): Views =>
  Object.fromEntries(VIEWS.map((view) => [view, mergedView(parts, view, slots)])) as unknown as Views;
