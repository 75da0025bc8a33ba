/**
 * The same answer, and `end` runs once: when the last of it was taken, or `gone` aborts because nobody takes it any more.
 * One without a body ends at once.
 */
export declare function whenSent(answer: Response, gone: AbortSignal, end: () => void): Response;
