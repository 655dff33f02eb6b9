import Link from "next/link";
import { Band } from "#components/mastery/band.tsx";
import type { Bands } from "#lib/course/browse.ts";
import type { ExerciseAbout } from "#lib/course/exercises.ts";

interface SkillBandsProps {
  skills: ExerciseAbout["skills"];
  bands: Bands;
}

/** What an exercise trains, each skill with how well it is known. */
export function SkillBands({ skills, bands }: SkillBandsProps) {
  return (
    <dl className="screen-only mt-14 flex flex-wrap items-center gap-x-6 gap-y-1 font-sans text-note">
      <dt className="eyebrow">What it trains</dt>
      {skills.map(({ id, name }) => (
        <dd key={id} className="inline-flex flex-wrap items-center gap-x-2">
          <Link href={`/skills#${id}`} prefetch={false} className="link inline-block py-1">
            {name}
          </Link>
          <Band band={bands.get(id) ?? "new"} />
        </dd>
      ))}
    </dl>
  );
}
