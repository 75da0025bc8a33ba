import type { Identity } from "./authority.ts";
import { kafkaProcess } from "./kafka-process.ts";
import { freePort } from "./port.ts";
import { allowAbsent, type Absent, type Server } from "./server.ts";

/** Why tests that need a broker with TLS do not run. */
export const NO_SECURED_KAFKA = "NOT TESTED: a Kafka with TLS needs Java 17 and Maven.";

/** Who may come in, by any mechanism. */
export type Account = { readonly username: string; readonly password: string };

/** A broker's second listener, besides the open one at `address`: TLS, and nobody without an account. */
export type SecuredKafka = Server & { readonly secured: string };

const MECHANISMS = ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"] as const;
const SCRAMS = MECHANISMS.filter((mechanism) => mechanism.startsWith("SCRAM"));
const MODULES = "org.apache.kafka.common.security";

const settingsOf = ({ certificate, key }: Identity, { username, password }: Account): Record<string, string> => ({
  "sasl.enabled.mechanisms": MECHANISMS.join(","),
  "listener.name.tls.plain.sasl.jaas.config": `${MODULES}.plain.PlainLoginModule required user_${username}="${password}";`,
  ...Object.fromEntries(
    SCRAMS.map((mechanism) => [
      `listener.name.tls.${mechanism.toLowerCase()}.sasl.jaas.config`,
      `${MODULES}.scram.ScramLoginModule required;`,
    ]),
  ),
  "ssl.keystore.type": "PEM",
  "ssl.keystore.certificate.chain": certificate,
  "ssl.keystore.key": key,
});

/** A broker of one's own that lets one account in at `secured`, by SASL_SSL alone. @throws with CI=true where there is none */
export const startSecuredKafka = async (identity: Identity, account: Account): Promise<SecuredKafka | Absent> => {
  const port = await freePort();
  const { username, password } = account;
  const found = await kafkaProcess({
    settings: settingsOf(identity, account),
    listener: { name: "TLS", protocol: "SASL_SSL", port },
    scram: SCRAMS.map((mechanism) => `${mechanism}=[name=${username},password=${password}]`),
  });
  if ("absent" in found) return allowAbsent(`${NO_SECURED_KAFKA} Here: ${found.absent}.`);
  return { ...found, secured: `127.0.0.1:${port}` };
};
