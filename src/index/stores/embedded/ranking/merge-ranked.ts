import type { Place } from "../../../place.ts";
import type { Found, Ranked } from "./found.ts";

type Head = { found: Found; readonly next: Ranked };

/** Puts the head of the list at the top of the heap where it belongs. */
function sink(heap: Head[], before: (a: Place, b: Place) => number): void {
  const head = heap[0]!;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && before(heap[child + 1]!.found, heap[child]!.found) < 0) child++;
    if (before(head.found, heap[child]!.found) <= 0) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = head;
}

/** The page of several orders taken together: of each no more is made than the page needs, and one. */
export function pageOf(
  ranked: readonly Ranked[],
  order: (a: Place, b: Place) => number,
  from: number,
  size: number,
): Found[] {
  const heap = ranked
    .flatMap((next): Head[] => {
      const found = next();
      return found ? [{ found, next }] : [];
    })
    .toSorted((a, b) => order(a.found, b.found));
  const page: Found[] = [];
  for (let place = 0; place < from + size && heap.length > 0; place++) {
    const head = heap[0]!;
    if (place >= from) page.push(head.found);
    const following = head.next();
    if (following) head.found = following;
    else if (heap.length > 1) heap[0] = heap.pop()!;
    else break;
    sink(heap, order);
  }
  return page;
}
