/**
 * Says how many edits a text is away: a character more, less or other, or two neighbours exchanged, none edited twice
 * (optimal string alignment, which is what Lucene counts). Any number beyond `most` means: further than that. Characters
 * are code points; the time is the text's length times `most`.
 */
export declare function distanceTo(text: string, most: number): (other: string) => number;
