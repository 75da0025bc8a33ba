import type { CloudAccount } from "../cloud/keystone.ts";
import type { Config } from "../config.ts";
import { SearchlightError } from "../errors.ts";

/**
 * The cloud that a command asks about these types.
 *
 * @throws SearchlightError `bad-configuration` where none is set, `unknown-type` for a type that there is not
 */
export function cloudToAsk(
  { cloud }: Pick<Config, "cloud">,
  known: readonly { readonly type: string }[],
  types: readonly string[],
  command: string,
): CloudAccount {
  if (!cloud) {
    throw new SearchlightError(
      "bad-configuration",
      `\`searchlight ${command}\` asks the services themselves: set OS_AUTH_URL and a service account (OS_USERNAME, OS_PASSWORD, OS_PROJECT_NAME).`,
    );
  }
  const unknown = types.find((type) => !known.some((one) => one.type === type));
  if (unknown === undefined) return cloud;
  const names = known.map(({ type }) => type).join(", ");
  throw new SearchlightError("unknown-type", `There is no resource type ${unknown}; there are ${names}.`);
}
