/** For so many milliseconds much is to be written before it counts; and less than half of that for a quarter as long before it does no more. */
const STEADY = 1000;

/** To be told now and then how far what is written goes, as a sequence that grows by one with every change; whether much is written. */
export type Haste = (sequence: number) => boolean;

/** `much`: so many changes a second; 0: always. `clock` is in milliseconds and only goes forward. */
export function haste(much: number, clock: () => number = () => performance.now()): Haste {
  let hasty = much === 0;
  let last: { readonly at: number; readonly sequence: number } | undefined;
  return (sequence) => {
    const at = clock();
    last ??= { at, sequence };
    const took = at - last.at;
    if (took < (hasty ? STEADY / 4 : STEADY)) return hasty;
    const rate = ((sequence - last.sequence) / took) * 1000;
    hasty = rate >= (hasty ? much / 2 : much);
    last = { at, sequence };
    return hasty;
  };
}
