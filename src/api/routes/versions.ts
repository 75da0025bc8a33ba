import { z } from "zod";
import { json, NO_BODY, type OpenRoute } from "./route.ts";

const link = z.object({ rel: z.literal("self"), href: z.string() });
const answer = z.object({
  versions: z.array(z.object({ id: z.string(), status: z.string(), links: z.array(link) })),
});

/** The versions of the API, for whoever does not know yet which to ask for. */
export const versionsAt = ({ origin }: URL): Response =>
  json({ versions: [{ id: "v1.0", status: "CURRENT", links: [{ rel: "self", href: `${origin}/v1/` }] }] }, 300);

export const versionsRoute: OpenRoute = {
  ...NO_BODY,
  admits: "everybody",
  methods: ["GET"],
  path: "/",
  says: { summary: "Which versions are there?", answers: [{ status: 300, says: "These", schema: answer }], fails: [] },
  handle: async ({ url }) => versionsAt(url),
};
