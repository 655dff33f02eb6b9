interface TotalsProps {
  submissions: number;
  right: number;
  days: number;
}

/** The three totals, set like the figures at the head of a table. */
export function Totals({ submissions, right, days }: TotalsProps) {
  const totals = [
    [submissions, submissions === 1 ? "answer checked" : "answers checked"],
    [right, right === 1 ? "variant right" : "variants right"],
    [days, days === 1 ? "day practised" : "days practised"],
  ] as const;
  return (
    <dl className="flex flex-wrap gap-x-14 gap-y-6 border-y border-rule py-6">
      {totals.map(([count, what]) => (
        <div key={what} className="flex flex-col-reverse">
          <dt className="font-sans text-note text-muted">{what}</dt>
          <dd className="text-[2.5rem] leading-none font-light tabular-nums lining-nums">{count}</dd>
        </div>
      ))}
    </dl>
  );
}
