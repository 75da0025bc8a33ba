import { generate } from "selfsigned";

/** What a TLS server shows, in PEM. */
export type Identity = { readonly certificate: string; readonly key: string };

/** An authority of a test's own. `certificate` (PEM) is what its clients are told to trust. */
export type Authority = {
  readonly certificate: string;
  /** An identity for a server on 127.0.0.1, unless it is to be called otherwise. */
  readonly identity: (name?: string) => Promise<Identity>;
};

const QUICK = { keyType: "ec", algorithm: "sha256" } as const;
const LOOPBACK = "127.0.0.1";

const nameOf = (name: string) =>
  name === LOOPBACK ? ({ type: 7, ip: name } as const) : ({ type: 2, value: name } as const);

/** Makes an authority that nobody knew before. */
export async function createAuthority(commonName = "an authority of a test"): Promise<Authority> {
  const extensions = [
    { name: "basicConstraints", cA: true, critical: true },
    { name: "keyUsage", keyCertSign: true, critical: true },
  ] as const;
  const own = await generate([{ name: "commonName", value: commonName }], { ...QUICK, extensions: [...extensions] });
  return {
    certificate: own.cert,
    identity: async (name = LOOPBACK) => {
      const made = await generate([{ name: "commonName", value: name }], {
        ...QUICK,
        ca: { key: own.private, cert: own.cert },
        extensions: [
          { name: "extKeyUsage", serverAuth: true },
          { name: "subjectAltName", altNames: [nameOf(name)] },
        ],
      });
      return { certificate: made.cert, key: made.private };
    },
  };
}
