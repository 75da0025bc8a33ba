export const numberList = (capacity = 4) => ({ items: new Uint32Array(capacity), length: 0 });
/** Appends in constant time on average: the room doubles when it is full. */
export function push(list, value) {
    if (list.length === list.items.length) {
        const items = new Uint32Array(list.length * 2);
        items.set(list.items);
        list.items = items;
    }
    list.items[list.length++] = value;
}
/** What a list holds now, without copying. */
export const listed = ({ items, length }) => items.subarray(0, length);
export const wideList = (capacity = 4) => ({ items: new Float64Array(capacity), length: 0 });
export function pushWide(list, value) {
    if (list.length === list.items.length) {
        const items = new Float64Array(list.length * 2);
        items.set(list.items);
        list.items = items;
    }
    list.items[list.length++] = value;
}
