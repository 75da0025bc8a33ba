import { type Clause } from "./clause.ts";
/** What people type: `name:ubuntu* AND status:active`. */
export declare const queryString: Clause;
/** What a search box sends: words, with `+`, `|`, `-`, `"`, `*`, `~` and brackets, and never a mistake. */
export declare const simpleQueryString: Clause;
