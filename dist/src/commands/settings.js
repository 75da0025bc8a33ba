const WIDTH = 110;
const COLUMN = 34;
/** Words in lines that end before the terminal's usual edge. */
function wrapped(words) {
    const lines = [""];
    for (const word of words.split(" ")) {
        const line = lines.at(-1);
        if (line !== "" && line.length + 1 + word.length > WIDTH - COLUMN)
            lines.push(word);
        else
            lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
    }
    return lines;
}
function settingText({ name, says, standard }) {
    const [first, ...rest] = wrapped(standard === undefined ? says : `${says} (${standard})`);
    const gap = " ".repeat(COLUMN + 2);
    return [`  ${name.padEnd(COLUMN)}${first}`, ...rest.map((line) => `${gap}${line}`)].join("\n");
}
/** The part of the help that tells the settings. */
export const settingsText = (settings) => [
    "\nSettings are environment variables; in brackets what they are when not set.\n",
    ...settings.map(settingText),
    "\nWhere neither SEARCHLIGHT_TOKENS nor OS_AUTH_URL is set, the first start makes an administrator's token and prints it.",
].join("\n");
