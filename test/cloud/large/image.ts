/** One in a hundred is shared, with one project. */
const SHARED = 100;

const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

/** The n-th image of a large cloud, as Glance lists it. */
export const imageOf = (n: number): object => ({
  id: idOf(n),
  name: `image number ${n} of many`,
  status: "active",
  visibility: n % SHARED === 0 ? "shared" : "private",
  owner: `project-${n % 500}`,
  created_at: "2026-11-22T17:00:00Z",
  updated_at: "2026-11-22T18:00:00Z",
  disk_format: "qcow2",
  container_format: "bare",
  protected: false,
  size: n * 1000,
  virtual_size: null,
  min_disk: 0,
  min_ram: 0,
  checksum: "d41d8cd98f00b204e9800998ecf8427e",
  os_hash_algo: "sha512",
  os_hash_value: "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce".repeat(2),
  os_hidden: false,
  tags: ["lts", `tag-${n % 50}`],
  os_distro: n % 2 === 0 ? "ubuntu" : "debian",
  os_version: `${n % 30}.04`,
  hw_disk_bus: "virtio",
  self: `/v2/images/${idOf(n)}`,
  file: `/v2/images/${idOf(n)}/file`,
  schema: "/v2/schemas/image",
  stores: "ceph,file",
});
