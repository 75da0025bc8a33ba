/** The versions of the API, for whoever does not know yet which to ask for. */
export declare const versionsAt: ({ origin }: URL) => Response;
