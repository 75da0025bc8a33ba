import { pino } from "pino";
/** Names under which secrets travel; whatever is logged under one is masked. */
const SECRETS = [
    "token",
    "password",
    "secret",
    "authorization",
    "apiKey",
    "*.token",
    "*.password",
    "*.secret",
    "*.authorization",
    "*.apiKey",
];
/** A logger that writes lines at `level` and above to standard error: standard output is for answers. */
export const createLog = (level) => pino({
    level,
    base: null,
    redact: SECRETS,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
}, pino.destination({ dest: 2, sync: true }));
