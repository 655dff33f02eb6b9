import { LocalTime } from "#components/ui/local-time.tsx";
import type { AssignmentConfig } from "#lib/course/assignment/config.ts";
import { rulesInWords } from "#lib/course/assignment/in-words.ts";

interface RulesProps {
  assignment: {
    config: AssignmentConfig;
    opensAt: string | null;
    dueAt: string | null;
    lateUntil: string | null;
  };
  /** Of whoever reads it. */
  minutes: number | null;
}

/** When it is open, and by which rules it is taken. */
export function Rules({ assignment: { config, opensAt, dueAt, lateUntil }, minutes }: RulesProps) {
  const dates = [
    { name: "Opens", iso: opensAt },
    { name: "Due", iso: dueAt },
    { name: "Late answers until", iso: lateUntil },
  ].flatMap(({ name, iso }) => (iso ? [{ name, iso }] : []));
  return (
    <>
      {dates.length > 0 && (
        <dl className="mb-5 grid max-w-sm grid-cols-[auto_1fr] gap-x-6 gap-y-1 font-sans text-control">
          {dates.map(({ name, iso }) => (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd>
                <LocalTime iso={iso} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <ul className="max-w-measure list-disc space-y-1 pl-5">
        {rulesInWords(config, minutes, lateUntil !== null).map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </>
  );
}
