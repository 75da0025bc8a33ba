/** Whole numbers below 2^32 that are only ever appended to. What lies beyond `length` in `items` means nothing. */
export type NumberList = {
    items: Uint32Array;
    length: number;
};
export declare const numberList: (capacity?: number) => NumberList;
/** Appends in constant time on average: the room doubles when it is full. */
export declare function push(list: NumberList, value: number): void;
/** What a list holds now, without copying. */
export declare const listed: ({ items, length }: NumberList) => Uint32Array;
/** Numbers with fractions, or beyond 2^32, by slot; the same rules. */
export type WideList = {
    items: Float64Array;
    length: number;
};
export declare const wideList: (capacity?: number) => WideList;
export declare function pushWide(list: WideList, value: number): void;
