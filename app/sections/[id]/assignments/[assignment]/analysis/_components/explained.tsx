/** What the numbers mean, for whoever reads them for the first time. */
export function Explained() {
  return (
    <details className="mt-4 max-w-measure">
      <summary className="w-fit cursor-pointer py-2 font-sans text-control text-accent">How to read this</summary>
      <dl className="mt-2 space-y-3 text-note">
        <Term name="First tries">
          All numbers but times and tries rest on each student’s first counted try, from 0 to 1 as it was judged: before
          hints, penalties and late days. What was excused or dropped is left out, and so are trial runs of staff.
        </Term>
        <Term name="Interval">
          How far a number may be off because only so many answered: in 95 of 100 such cases the truth lies within. Take
          it more seriously than the number itself.
        </Term>
        <Term name="Right">The share of students whose first try was fully right: how easy the item is.</Term>
        <Term name="Discrimination">
          How the item goes with the sum of the other items, from −1 to 1. Above 0.3 those who are good at the rest are
          good at it; near 0 it measures something else, or is so easy or hard that nobody differs; below 0, look at its
          answers first. It is not offered over pools, where two students’ sums are of different items.
        </Term>
        <Term name="Effort against outcome">
          Whether some variants are harder than others: success in the quarter of the variants that takes most work,
          less that in the quarter that takes least. They count as equally hard where the 90 % interval of the
          difference lies within ±5 percentage points.
        </Term>
        <Term name="Reliability">
          Cronbach’s α, at most 1: how well the sum would repeat itself with other items of the kind. From 0.7 on it
          will do to compare groups, from 0.9 on to decide about a single student.
        </Term>
      </dl>
    </details>
  );
}

const Term = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div>
    <dt className="font-sans font-medium">{name}</dt>
    <dd>{children}</dd>
  </div>
);
