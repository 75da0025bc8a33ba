import { z } from "zod";
/** The environment, without what is not set. */
export type Given = Readonly<Record<string, string>>;
/**
 * Settings that belong together.
 *
 * - `settings`: name in the environment → what it may be, what it is when not set, and what it says in the help.
 * - `needs`: settings that make sense only with others: when, which, and why in words.
 * - `of`: what the rest of the program reads.
 */
export type Group<Shape extends z.ZodRawShape, Part> = {
    readonly settings: Shape;
    readonly needs?: readonly {
        readonly when: (settings: z.output<z.ZodObject<Shape>>) => boolean;
        readonly needs: readonly (keyof Shape & string)[];
        readonly because: string;
    }[];
    readonly of: (settings: z.output<z.ZodObject<Shape>>) => Part;
};
/** Checks nothing; lets the settings' types be inferred. */
export declare const group: <Shape extends z.ZodRawShape, Part>(settings: Group<Shape, Part>) => Group<Shape, Part>;
/** A group's part of the configuration, or none with the problems in words. */
export type Read<Part> = {
    readonly part?: Part;
    readonly problems: readonly string[];
};
/** Reads a group's settings. A problem never repeats a secret. */
export declare function readGroup<Shape extends z.ZodRawShape, Part>(of: Group<Shape, Part>, given: Given): Read<Part>;
