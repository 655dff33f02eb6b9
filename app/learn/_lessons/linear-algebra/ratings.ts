/** Two people's ratings of action, comedy, horror and drama: example 2 of the tutorial. */
export const ratings = [
  [5, 3, 0, 4],
  [4, 4, 1, 3],
] as const;
