import Link from "next/link";
import type { SkillCard } from "#lib/course/skills.ts";

/** A skill in the list: what it is, what it rests on, and the exercises that drill it. */
export function SkillItem({ skill: { id, name, says, needs, exercises } }: { skill: SkillCard }) {
  return (
    <li id={id} className="scroll-mt-6 py-4 target:bg-accent-wash">
      <h3 className="text-h3">{name}</h3>
      <p>{says}</p>
      <dl className="mt-1.5 grid gap-1 font-sans text-note sm:grid-cols-[6.5rem_1fr]">
        <dt className="text-muted">Rests on</dt>
        <dd>
          {needs.length === 0 && <span className="text-muted">nothing before it</span>}
          <Links items={needs.map((need) => ({ href: `#${need.id}`, text: need.name }))} />
        </dd>
        {exercises.length > 0 && (
          <>
            <dt className="text-muted">Drilled by</dt>
            <dd>
              <Links items={exercises.map((one) => ({ href: `/practice/${one.id}`, text: one.title }))} />
            </dd>
          </>
        )}
      </dl>
    </li>
  );
}

function Links({ items }: { items: readonly { href: string; text: string }[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 empty:hidden">
      {items.map(({ href, text }) => (
        <li key={href}>
          <Link href={href} className="link inline-block py-0.5">
            {text}
          </Link>
        </li>
      ))}
    </ul>
  );
}
