/** Whether engines compare the field's values as numbers (times are microseconds). */
export const isNumeric = ({ kind }) => kind === "long" || kind === "double" || kind === "date";
const field = (kind, weight) => (options = {}) => ({ kind, weight, facet: false, facets: [], admin: false, ...options });
/** Words of people: searched word by word, sorted and compared whole. */
export const text = field("text", 2);
/** An id, a status, a tag: compared whole, case and all. */
export const keyword = field("keyword", 1);
/** A whole number, exact to 2^53. */
export const long = field("long", 0);
/** A number with a fraction. */
export const double = field("double", 0);
/** A time as services write it (ISO 8601, with or without a zone; UTC without). */
export const date = field("date", 0);
/** True or false. */
export const boolean = field("boolean", 0);
/** A semantic version: 1.10.0 sorts after 1.9.0. */
export const version = field("version", 1);
/** A map that anybody may add names to; `facets` are the names offered as facets. */
export const open = (options = {}) => ({
    ...field("open", 1)(),
    ...options,
});
