import Link from "next/link";
import { Timer } from "#app/_components/sitting/timer.tsx";
import { WhenClosed } from "#app/_components/sitting/when-closed.tsx";
import type { MyAssignment, MyAttempt } from "#lib/course/assignment/sitting.ts";

interface SittingHeadProps {
  assignment: MyAssignment;
  attempt: MyAttempt;
  address: string;
  /** "item 3 of 8" */
  place?: string;
  title: string;
}

const day = 24 * 60 * 60 * 1000;

/** Where one is in an attempt, and how much time is left where it is running out. */
export function SittingHead({ assignment, attempt, address, place, title }: SittingHeadProps) {
  const { endsAt, now, over, preview } = attempt;
  const isNear = endsAt !== null && Date.parse(endsAt) - Date.parse(now) < day;
  return (
    <header className="mb-8 border-b border-rule pb-5">
      {preview && (
        <p className="mb-4 rounded border-l-4 border-hold bg-hold-wash px-4 py-2 font-sans text-note">
          A preview, as a student sees it. It counts nowhere.
        </p>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-1">
        <p className="eyebrow min-w-0">
          <Link href={address} className="hover:text-ink hover:underline">
            {assignment.title}
          </Link>
          {place && ` · ${place}`}
        </p>
        {!over && <WhenClosed />}
        {!over && endsAt && isNear && <Timer endsAt={endsAt} now={now} address={`${address}/take`} />}
      </div>
      <h1 className="mt-2 text-h1">{title}</h1>
    </header>
  );
}
