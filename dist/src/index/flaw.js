/** As an author reads it. */
export const flawText = ({ at, says }) => `${at}: ${says}`;
