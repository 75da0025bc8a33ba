/** A cloud with as many images as the first argument says, a process of its own; tells its address to its parent. */
import { standIn, type Reply } from "../stand-in.ts";
import { imageOf } from "./image.ts";

const images = Number(process.argv[2]);
const PAGE = 200;

function listed(url: URL): Reply {
  if (url.searchParams.get("os_hidden") === "true") return { body: { images: [] } };
  const from = Number(url.searchParams.get("marker") ?? 0);
  const numbers = Array.from({ length: Math.min(PAGE, images - from) }, (_, i) => from + i);
  const next = from + PAGE < images ? { next: `/v2/images?visibility=all&os_hidden=false&marker=${from + PAGE}` } : {};
  return { body: { images: numbers.map(imageOf), ...next } };
}

const member = (image: string): object => ({
  image_id: image,
  member_id: "project-1",
  status: "accepted",
  created_at: "2026-11-22T17:30:00Z",
  updated_at: "2026-11-22T17:30:00Z",
});

const cloud = await standIn((_, url) => {
  if (url.pathname === "/image/v2/images") return listed(url);
  const shared = /^\/image\/v2\/images\/([^/]+)\/members$/.exec(url.pathname)?.[1];
  return shared === undefined ? undefined : { body: { members: [member(shared)] } };
});
process.send?.(cloud.account);
process.once("disconnect", () => void cloud.close());
