/** Whether the item at one place comes before the one at another, in the order wanted: below zero when it does. */
export type ComparePlaces = (a: number, b: number) => number;

/**
 * The first `wanted` of the places 0 … `count`-1, in order. A heap of the best so far with the worst of them on top: most
 * places are dismissed by one comparison, and nothing but the wanted ones is ever sorted.
 */
export function topPlaces(count: number, wanted: number, compare: ComparePlaces): number[] {
  if (wanted >= count) return Array.from({ length: count }, (_, place) => place).toSorted(compare);
  if (wanted <= 0) return [];
  const heap: number[] = [];
  // From the beginning: earlier places are newer resources, and of what is alike they come first.
  for (let place = 0; place < count; place++) {
    if (heap.length < wanted) siftUp(heap, heap.push(place) - 1, compare);
    else if (compare(place, heap[0]!) < 0) {
      heap[0] = place;
      siftDown(heap, compare);
    }
  }
  return heap.toSorted(compare);
}

function siftUp(heap: number[], from: number, compare: ComparePlaces): void {
  const place = heap[from]!;
  let at = from;
  while (at > 0) {
    const parent = (at - 1) >>> 1;
    if (compare(place, heap[parent]!) <= 0) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = place;
}

function siftDown(heap: number[], compare: ComparePlaces): void {
  const place = heap[0]!;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && compare(heap[child + 1]!, heap[child]!) > 0) child++;
    if (compare(place, heap[child]!) >= 0) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = place;
}
