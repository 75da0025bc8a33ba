/** Of whom: the settings that name the certificates to trust, and the server's address. */
export type TlsSettings = { readonly ca: string; readonly address: string };

/**
 * What Node and OpenSSL say of a handshake that failed, by pattern, and what it means. By their words and not their codes,
 * for clients keep the words alone.
 */
const TROUBLES: readonly (readonly [RegExp, (settings: TlsSettings) => string])[] = [
  [
    /self[- ]signed certificate|unable to (verify|get)|certificate signature failure/i,
    ({ ca }) =>
      `its certificate is signed by nobody whom we trust: let ${ca} name a file with the certificate of the authority that signed it`,
  ],
  [
    /altnames/i,
    ({ address }) =>
      `its certificate is for other names than ${address} calls it: use one of those, or have it made anew`,
  ],
  [
    /certificate has expired|certificate is not yet valid/i,
    () => "its certificate is not valid at this time: have it made anew, or set the clock right",
  ],
  [
    /wrong version number|packet length too long|before secure TLS connection/i,
    ({ address }) =>
      `nobody speaks TLS there, or it breaks off: see that ${address} names where it is spoken, and that it is up`,
  ],
  [
    /alert (certificate required|bad certificate|handshake failure|protocol version)/i,
    () => "it ended the handshake: it wants another TLS than 1.2 or 1.3, or a certificate of ours, and we show none",
  ],
];

/** What went wrong with a TLS connection and what to do, from the words of an error; undefined where it was not TLS. */
export const tlsTrouble = (words: string, settings: TlsSettings): string | undefined =>
  TROUBLES.find(([pattern]) => pattern.test(words))?.[1](settings);
