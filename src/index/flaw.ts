/** What is wrong with a definition: the place in it (`access.owner`), and what to do about it, in words. */
export type Flaw = { readonly at: string; readonly says: string };

/** As an author reads it. */
export const flawText = ({ at, says }: Flaw): string => `${at}: ${says}`;
