/** An array of zeros that is the search's own until `giveBack`. */
export declare function borrow(length: number): Float64Array;
/** The search is over: nothing that was borrowed is looked at any more. */
export declare const giveBack: () => void;
