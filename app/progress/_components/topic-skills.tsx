import { BandStrip } from "#components/chart/band-strip.tsx";
import { bandsInWords, countBands } from "#components/chart/bands.ts";
import { type BandName, wordOf } from "#components/mastery/band.tsx";
import type { Now } from "#lib/course/local-day.ts";
import type { SkillMastery } from "#lib/course/progress-mastery.ts";
import { shortDay } from "./words.ts";

interface TopicSkillsProps {
  name: string;
  skills: readonly SkillMastery[];
  now: Now;
}

/** The skills of one topic with their bands, each with a button to a drill on it; folded up under how many are how far. */
export function TopicSkills({ name, skills, now }: TopicSkillsProps) {
  const counts = countBands(skills.map(({ band }) => band));
  return (
    <details className="border-b border-rule">
      <summary className="py-3">
        <span className="inline-flex w-[calc(100%-1.5rem)] flex-wrap items-center gap-x-6 gap-y-1 align-middle">
          <span className="font-semibold md:w-56">{name}</span>
          <span className="font-sans text-fine text-muted md:order-last md:w-72">{bandsInWords(counts)}</span>
          <span className="w-full md:w-auto md:flex-1">
            <BandStrip counts={counts} />
          </span>
        </span>
      </summary>
      <table className={look}>
        <caption className="sr-only">{name}: every skill with its band</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Skill</th>
            <th scope="col">Band</th>
            <th scope="col">Drill</th>
          </tr>
        </thead>
        <tbody>
          {skills.map((skill) => (
            <tr key={skill.skill}>
              <th scope="row">
                <a href={`/skills#${skill.skill}`}>{skill.name}</a>
                <p>{detail(skill, now)}</p>
              </th>
              <td className={tones[skill.band]}>{wordOf(skill.band)}</td>
              <td>
                <button type="submit" name="skills" value={skill.skill}>
                  Drill
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Said once for the table, so that a page of many rows stays light. */
const look = [
  "mb-4 w-full font-sans text-note lining-nums tabular-nums [&_tbody_tr]:border-t [&_tbody_tr]:border-rule",
  "[&_th]:py-2 [&_th]:pr-4 [&_th]:text-left [&_th]:font-normal [&_a]:inline-block [&_a]:py-1 [&_a]:font-serif [&_a]:text-body [&_a:hover]:text-accent [&_a:hover]:underline",
  "[&_p]:text-fine [&_p]:text-muted [&_td]:whitespace-nowrap [&_td:last-child]:text-right",
  "[&_button]:min-h-10 [&_button]:min-w-12 [&_button]:font-medium [&_button]:text-accent [&_button]:underline [&_button]:underline-offset-4 [&_button:hover]:text-accent-strong",
].join(" ");

const tones = {
  new: "text-muted",
  weak: "text-hold",
  growing: "text-accent",
  mastered: "text-correct",
} as const satisfies Record<BandName, string>;

function detail({ band, chance, tries, due }: SkillMastery, { at, timeZone }: Now): string {
  if (band === "new") return "Not tried yet";
  const tried = tries === 0 ? "from your placement" : tries === 1 ? "1 try" : `${tries} tries`;
  const review = due === null ? "" : due <= at.getTime() ? ", review due" : `, review ${shortDay(due, timeZone)}`;
  return `${Math.round(100 * chance)} % at level 2, ${tried}${review}`;
}
