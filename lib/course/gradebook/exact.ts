/**
 * Points and percentages without the noise of binary fractions, so that 17.9 of 20 is 89.5 %, not 89.49999999999999 %.
 * Points are whole billionths; a percentage is exact until it is rounded, once, to millionths.
 */

/** over / under; under is positive. */
export interface Ratio {
  over: bigint;
  under: bigint;
}

const unitsInOne = 1e9;
const microsInOne = 1e6;

/** Points (or weights) as whole billionths, to the nearest: 0.1 + 0.2 and 0.3 are the same. */
export const unitsOf = (points: number): bigint => BigInt(Math.round(points * unitsInOne));

export const pointsOf = (units: bigint): number => Number(units) / unitsInOne;

/** A ratio in percent: $100\,p/q$, to the nearest millionth, halves up. */
export function percentOf({ over, under }: Ratio): number {
  const twice = over * 200n * BigInt(microsInOne) + under;
  return Number(floorOf(twice, under * 2n)) / microsInOne;
}

/**
 * Rounds halves up: 89.5 becomes 90. What is within half a millionth of a number counts as that number, so that
 * 89.4999999999 does, too. Never −0.
 * @param decimals from 0 to 6
 */
export function rounded(value: number, decimals: number): number {
  const step = 10 ** (6 - decimals);
  const micros = Math.round(value * microsInOne);
  return (Math.floor((micros + Math.floor(step / 2)) / step) * step) / microsInOne;
}

/** As numbers stand on pages and in files: at most two decimals. */
export const shown = (value: number): number => rounded(value, 2);

function floorOf(over: bigint, under: bigint): bigint {
  const whole = over / under;
  return over % under < 0n ? whole - 1n : whole;
}
