/**
 * The same answer, and `end` runs once: when the last of it was taken, or `gone` aborts because nobody takes it any more.
 * One without a body ends at once.
 */
export function whenSent(answer, gone, end) {
    let ended = false;
    const once = () => {
        if (!ended)
            end();
        ended = true;
    };
    if (answer.body === null || gone.aborted) {
        once();
        return answer;
    }
    gone.addEventListener("abort", once, { once: true });
    const { body } = answer;
    const followed = ReadableStream.from((async function* () {
        try {
            yield* body;
        }
        finally {
            once();
        }
    })());
    return new Response(followed, answer);
}
