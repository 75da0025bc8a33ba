import { z } from "zod";
import { docsPage } from "../docs.ts";
import type { Node } from "../json-schema.ts";
import { json, NO_BODY, type OpenRoute } from "./route.ts";

const open = { ...NO_BODY, admits: "everybody", methods: ["GET"] } as const;

/** The API's description of itself; the document is made of all routes, these too, so it is there only later. */
export const descriptionRoutes = (document: () => Node): OpenRoute[] => [
  {
    ...open,
    path: "/openapi.json",
    says: {
      summary: "This document",
      answers: [{ status: 200, says: "OpenAPI 3.1", schema: z.looseObject({ openapi: z.string() }) }],
      fails: [],
    },
    handle: async () => json(document()),
  },
  {
    ...open,
    path: "/docs",
    says: {
      summary: "The same to read",
      answers: [{ status: 200, says: "A page", schema: z.string(), types: ["text/html"] }],
      fails: [],
    },
    handle: async () => docsPage(document()),
  },
];
