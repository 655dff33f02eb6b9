import { LocalTime } from "#components/ui/local-time.tsx";
import type { SaidView } from "#lib/course/assignment/accommodations.ts";

/** What was set for a student, in words. */
export function Difference({ said, items }: { said: SaidView; items: readonly { id: string; title: string }[] }) {
  const { moreTime, extraDays, opensAt, dueAt, lateUntil, excused, excusedItems, note } = said;
  const excusedFrom = items.filter(({ id }) => excusedItems.includes(id)).map(({ title }) => title);
  return (
    <>
      {excused && <Line>excused</Line>}
      {excusedFrom.length > 0 && <Line>excused from {excusedFrom.join(", ")}</Line>}
      {moreTime !== null && <Line>{moreTime} % more time</Line>}
      {extraDays !== null && <Line>{extraDays === 1 ? "one day" : `${extraDays} days`} more</Line>}
      {opensAt && (
        <Line>
          opens <LocalTime iso={opensAt} />
        </Line>
      )}
      {dueAt && (
        <Line>
          due <LocalTime iso={dueAt} />
        </Line>
      )}
      {lateUntil && (
        <Line>
          late until <LocalTime iso={lateUntil} />
        </Line>
      )}
      {note && <span className="block text-muted italic">{note}</span>}
    </>
  );
}

const Line = ({ children }: { children: React.ReactNode }) => <span className="block">{children}</span>;
