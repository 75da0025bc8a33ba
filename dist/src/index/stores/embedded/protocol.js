import { messageOf, SearchlightError } from "../../../errors.js";
export const tell = (error) => ({
    code: error instanceof SearchlightError ? error.code : undefined,
    message: messageOf(error),
    at: error instanceof SearchlightError ? error.at : undefined,
    stack: error instanceof Error ? error.stack : undefined,
});
export function told({ code, message, at, stack }) {
    if (code !== undefined)
        return new SearchlightError(code, message, at === undefined ? {} : { at });
    const error = new Error(message);
    if (stack !== undefined)
        error.stack = stack;
    return error;
}
