/** Whole numbers below 2^32 that are only ever appended to. What lies beyond `length` in `items` means nothing. */
export type NumberList = { items: Uint32Array; length: number };

export const numberList = (capacity = 4): NumberList => ({ items: new Uint32Array(capacity), length: 0 });

/** Appends in constant time on average: the room doubles when it is full. */
export function push(list: NumberList, value: number): void {
  if (list.length === list.items.length) {
    const items = new Uint32Array(list.length * 2);
    items.set(list.items);
    list.items = items;
  }
  list.items[list.length++] = value;
}

/** What a list holds now, without copying. */
export const listed = ({ items, length }: NumberList): Uint32Array => items.subarray(0, length);
