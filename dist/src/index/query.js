/** The answer to a `terms` aggregation of this name; undefined where there was none. */
export function termsIn(answers, name) {
    const answer = answers[name];
    return answer && "distinct" in answer ? answer : undefined;
}
