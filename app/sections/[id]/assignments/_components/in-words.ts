/** "1 point", "7.5 points" */
export const pointsInWords = (points: number): string =>
  `${Math.round(points * 100) / 100} ${points === 1 ? "point" : "points"}`;
