import { z } from "zod";
import { badRequest, parsed } from "./input.ts";

/** A search in an address: `?q=ubuntu&type=…&sort=name,size:desc&limit=10`. */
export const addressSchema = z.strictObject({
  q: z.string().optional().describe("What to find, as query_string takes it; without it, everything"),
  type: z.string().optional().describe("Resource types, with commas between; without any, all that you may search"),
  sort: z.string().optional().describe("Fields, with commas between: name,size:desc"),
  _source: z.string().optional().describe("The fields wanted, with commas between"),
  limit: z.string().optional().describe("How many hits to return; 25"),
  offset: z.string().optional().describe("How many hits to skip; 0"),
  all_projects: z.string().optional().describe("true: all projects' resources; honoured for administrators"),
  wait_for: z.string().optional().describe("Wait until this can be found, as a body's wait_for"),
  cursor: z.string().optional().describe("true: give a cursor of the next page; or the one that was given"),
  format: z.string().optional().describe("Of an export: ndjson or csv"),
});

const listed = (text: string | undefined): string[] | undefined => text?.split(",").map((one) => one.trim());

/** The body of a search that says the same as these parameters. @throws SearchlightError `bad-request` */
export function readAddress(parameters: URLSearchParams): Readonly<Record<string, unknown>> {
  for (const name of parameters.keys())
    if (parameters.getAll(name).length > 1) throw badRequest(name, "is given twice; put commas between several values");
  const { q, type, sort, _source, cursor, ...rest } = parsed(addressSchema, Object.fromEntries(parameters), "");
  return {
    ...rest,
    ...(q === undefined ? {} : { query: { query_string: { query: q } } }),
    ...(type === undefined ? {} : { type: listed(type) }),
    ...(sort === undefined ? {} : { sort: listed(sort) }),
    ...(_source === undefined ? {} : { _source: listed(_source) }),
    ...(cursor === undefined ? {} : { cursor: cursor === "true" ? true : cursor }),
  };
}
