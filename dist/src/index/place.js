/** Where a hit stands: a search behind this place goes on with the hit after it. */
export const placeOf = ({ type, id, changed, score, sort }) => ({
    entry: { ref: { type, id }, changed },
    score,
    sort,
});
