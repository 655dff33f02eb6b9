const ring = "M12 2a10 10 0 1 1 0 20a10 10 0 1 1 0-20";

const paths = {
  /** Dashed all round, eight times. */
  dashed: ring,
  ring,
  dot: `${ring}M12 10a2 2 0 1 1 0 4a2 2 0 1 1 0-4`,
  ticked: `${ring}M8.5 12l2.5 2.5 4.5-4.5`,
  tick: "M20 6 9 17l-5-5",
} as const;

/** How far something is, as a sign: one path, and so light enough to stand in a list a hundred times. */
export function Sign({ sign, size }: { sign: keyof typeof paths; size: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="2.25"
      strokeDasharray={sign === "dashed" ? "4.5 3.354" : undefined}
      aria-hidden="true"
    >
      <path d={paths[sign]} />
    </svg>
  );
}
