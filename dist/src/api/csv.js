/** What a spreadsheet takes for the beginning of a formula; full-width forms too. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/;
/** A semicolon and a tab separate cells in some spreadsheets, so cells with these are quoted like those with commas. */
const QUOTED = /[",;\t\r\n]/;
const quoted = (text) => (QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
/**
 * A value as a cell: lists and maps as JSON, nothing for null. A text that a spreadsheet would run as a formula begins with
 * an apostrophe (https://owasp.org/www-community/attacks/CSV_Injection); numbers stay as they are.
 */
export function csvCell(value) {
    if (value === undefined || value === null)
        return "";
    if (typeof value === "object")
        return quoted(JSON.stringify(value));
    const text = String(value);
    return quoted(typeof value === "string" && FORMULA.test(text) ? `'${text}` : text);
}
/** One line of CSV, ended as RFC 4180 says. */
export const csvLine = (values) => `${values.map(csvCell).join(",")}\r\n`;
