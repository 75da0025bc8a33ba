/** `; did you mean 'status'?`, or nothing. Longer names than anything has are not looked at. */
export declare function didYouMean(name: string, known: readonly string[]): string;
