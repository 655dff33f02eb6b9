/** Two ∂, linked like the factors of the chain rule: over at one crossing, under at the other. */
function Mark() {
  return (
    <svg viewBox="0 0 50 40" aria-hidden="true" className="h-7 w-auto text-accent" fill="none" strokeWidth="3.6">
      <path d={partial(0)} stroke="currentColor" strokeLinecap="round" />
      <path d={partial(15)} pathLength="100" strokeDasharray="31 100" strokeDashoffset="-69" {...gap} />
      <path
        d={partial(15)}
        pathLength="100"
        strokeDasharray="95 100"
        strokeDashoffset="-5"
        stroke="currentColor"
        strokeLinecap="round"
      />
      <path d={partial(0)} pathLength="100" strokeDasharray="9 100" strokeDashoffset="-39.5" {...gap} />
      <path d={partial(0)} pathLength="100" strokeDasharray="14 100" strokeDashoffset="-37" stroke="currentColor" />
    </svg>
  );
}

const gap = { stroke: "var(--paper)", strokeWidth: 7 };

/** A ∂ in one stroke, from its upper left down the right side and round its bowl, moved right by x. */
const partial = (x: number) =>
  `M${8 + x} 6.5 C${12 + x} 2.5 ${19 + x} 2.5 ${23.5 + x} 8 C${30 + x} 16 ${28 + x} 36 ${15 + x} 36 C${7.5 + x} 36 ${4 + x} 30.5 ${4.5 + x} 25.5 C${5 + x} 19.5 ${10 + x} 15 ${16 + x} 15 C${21 + x} 15 ${25 + x} 17.5 ${26.5 + x} 21`;

/** The name as it stands at the head of every page; on a phone the mark alone. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5">
      <Mark />
      <span className="sr-only font-serif text-[1.375rem] leading-none font-semibold tracking-[-0.015em] sm:not-sr-only">
        Chainrule
      </span>
    </span>
  );
}
