/**
 * From now on this thread's plugins import `searchlight/plugin` from this very service, wherever they are, so that kit and
 * service always fit; and zod from it where they bring none of their own.
 */
export declare function provideKit(): void;
