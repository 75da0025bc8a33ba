/** Which tests should notice: those of non-interference in an engine, or those of a file. */
type Noticing = "memory" | "the embedded index" | "Elasticsearch" | `test/${string}.test.ts`;

/**
 * One place that applies the scope, and how the code reads without it. `from` stands in the file once. `in` is where it
 * should be noticed: in memory, unless it says otherwise.
 */
export type Place = {
  readonly file: string;
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly in?: Noticing;
};
