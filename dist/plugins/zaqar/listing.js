import { z } from "zod";
const Links = z.object({ links: z.array(z.object({ rel: z.string(), href: z.string() })).default([]) });
/** Zaqar wants to know who is reading, as a UUID; nothing depends on which. */
const CLIENT = { "Client-ID": "5b8c2a4e-9d0f-4b67-8f21-7c3e5a1d9b40" };
/** A list of Zaqar's. It links to a next page from the last one too: the empty page is the end. */
export const zaqarList = (path, items) => ({
    path,
    headers: CLIENT,
    items,
    next: (answer) => items(answer).length > 0 ? Links.parse(answer).links.find(({ rel }) => rel === "next")?.href : undefined,
});
