/**
 * The first `wanted` of the places 0 … `count`-1, in order. A heap of the best so far with the worst of them on top: most
 * places are dismissed by one comparison, and nothing but the wanted ones is ever sorted.
 */
export function topPlaces(count, wanted, compare) {
    if (wanted >= count)
        return Array.from({ length: count }, (_, place) => place).toSorted(compare);
    if (wanted <= 0)
        return [];
    const heap = [];
    // From the end: later places are newer resources, which most orders put first.
    for (let place = count - 1; place >= 0; place--) {
        if (heap.length < wanted)
            siftUp(heap, heap.push(place) - 1, compare);
        else if (compare(place, heap[0]) < 0) {
            heap[0] = place;
            siftDown(heap, compare);
        }
    }
    return heap.toSorted(compare);
}
function siftUp(heap, from, compare) {
    const place = heap[from];
    let at = from;
    while (at > 0) {
        const parent = (at - 1) >>> 1;
        if (compare(place, heap[parent]) <= 0)
            break;
        heap[at] = heap[parent];
        at = parent;
    }
    heap[at] = place;
}
function siftDown(heap, compare) {
    const place = heap[0];
    let at = 0;
    for (;;) {
        let child = 2 * at + 1;
        if (child >= heap.length)
            break;
        if (child + 1 < heap.length && compare(heap[child + 1], heap[child]) > 0)
            child++;
        if (compare(place, heap[child]) >= 0)
            break;
        heap[at] = heap[child];
        at = child;
    }
    heap[at] = place;
}
