/** Something that holds of every plugin: a sentence, and a test that throws, in words, when it does not hold. */
export type Law = { readonly title: string; readonly run: () => void | Promise<void> };
