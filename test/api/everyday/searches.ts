/** One search of every day: who asks, for what, and what a person would expect at the top: its type and name. */
export type Everyday = readonly [who: string, search: string | object, first: string];

const typed = (query: string, more: object = {}): object => ({ query: { query_string: { query, ...more } } });

/** A text is what somebody types into a search box; an object is the body of a search. */
export const EVERYDAY: readonly Everyday[] = [
  // What is called so comes first, whatever is newer.
  ["ana", "web", "Stack web"],
  ["bo", "ubuntu", "Image ubuntu"],
  ["ana", "cirros", "Image cirros"],
  ["ana", "golden", "Image golden"],
  ["ana", "orders", "Queue orders"],
  ["ana", "mail", "Queue mail"],
  ["ana", "WebShop", "Project webshop"],
  ["ana", "kubernetes", "Stack kubernetes"],
  ["ana", "Windows Server 2022", "Image Windows Server 2022"],
  ["ana", '"windows server 2022"', "Image Windows Server 2022"],
  ["ana", "ubuntu 22.04", "Image ubuntu-22.04"],
  ["ana", "ubuntu-22.04", "Image ubuntu-22.04"],
  ["ana", "web staging", "Stack web-staging"],
  ["ana", "große xl", "Image Größe XL"],
  ["root", typed("ana"), "User ana"],
  // Then what begins so, the newest of them.
  ["ana", "ubuntu", "Image ubuntu-24.04-arm64"],
  ["ana", "windows", "Image Windows Server 2025"],
  ["ana", "debian", "Image Debian 13"],
  ["ana", "snapshot", "Image snapshot of web-1 before upgrade"],
  ["ana", "shop", "Stack shop-db"],
  ["ana", "fedora", "Image Fedora CoreOS 42"],
  ["ana", "kub*", "Stack kubernetes"],
  ["ana", "name:shop*", "Stack shop-db"],
  ["ana", { query: { match_phrase_prefix: { _all: "windows ser" } } }, "Image Windows Server 2025"],
  ["ana", { query: { match_bool_prefix: { name: "web sta" } } }, "Stack web-staging"],
  // Then what has the word in its name, then what says it elsewhere.
  ["ana", "minimal", "Image ubuntu-22.04-minimal"],
  ["ana", "backup", "Stack db-backup"],
  ["ana", "iso", "Image virtio-win.iso"],
  ["ana", "arm64", "Image ubuntu-24.04-arm64"],
  ["ana", "prometheus", "Stack monitoring"],
  ["ana", "jenkins", "Stack ci"],
  ["ana", "quota", "Stack monitoring"],
  ["ana", "lts", "Image ubuntu-24.04-arm64"],
  ["ana", "datacenter edition", "Image Windows Server 2022"],
  // Fields, ids, mistakes in typing, lists.
  ["ana", "status:CREATE_FAILED", "Stack monitoring"],
  ["ana", "ubuntu AND tags:minimal", "Image ubuntu-22.04-minimal"],
  ["ana", "protected:true", "Image golden"],
  ["ana", "size:>10000000000", "Image Windows Server 2025"],
  ["ana", typed("kuberntes~", { fields: ["name"], fuzzy_prefix_length: 2 }), "Stack kubernetes"],
  ["ana", typed("wordpress", { fields: ["name"] }), "Artifact wordpress 1.10.0"],
  ["ana", typed("webshop release", { default_operator: "AND" }), "Image webshop-web-2026-11-20"],
  ["ana", "360634da-3e39-5b10-94a7-f044920dabd1", "Image ubuntu-20.04"],
  ["ana", { sort: [{ updated_at: { order: "desc" } }] }, "Image snapshot of web-1 before upgrade"],
];
