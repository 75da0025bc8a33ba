/** Runs the program. What goes wrong is said in words; only a defect shows where it happened. */
export declare function main(argv: readonly string[]): Promise<void>;
