import type { Progress } from "#lib/course/progress.ts";

/** Skills with how many variants were right at the first try, as a bar and in words. */
export function SkillList({ skills }: Pick<Progress, "skills">) {
  return (
    <section aria-labelledby="by-skill">
      <h2 id="by-skill" className="text-h2">
        By skill
      </h2>
      <p className="mt-1 text-note text-muted">How many variants were right at the first try.</p>
      <ul className="mt-4 grid gap-x-14 lg:grid-cols-2">
        {skills.map(({ id, name, says, right, tries }) => (
          <li key={id} className="border-t border-rule py-4">
            <div className="flex items-baseline justify-between gap-4">
              <h3 className="font-semibold">{name}</h3>
              <span className="shrink-0 font-sans text-note text-muted tabular-nums lining-nums">
                {right} of {tries}
              </span>
            </div>
            <p className="text-note text-muted">{says}</p>
            <div aria-hidden="true" className="mt-2.5 h-1.5 rounded-full bg-wash">
              <div
                className="h-full rounded-full bg-accent"
                style={{ width: `${tries === 0 ? 0 : (100 * right) / tries}%` }}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
