import Link from "next/link";
import { awardScore } from "#app/_actions/award-score.ts";
import { FormField } from "#app/_components/form/form-field.tsx";
import { InPlaceForm } from "#app/_components/form/in-place-form.tsx";
import { TextField } from "#app/_components/form/text-field.tsx";
import { missing } from "#app/sections/[id]/assignments/[assignment]/assignment-at.ts";
import { Sentence } from "#components/math/sentence.tsx";
import type { Actor } from "#lib/course/actor.ts";
import { type GroupView, readAnswers } from "#lib/course/review/answers.ts";
import { percent } from "./in-words.ts";
import { ItemChoice } from "./item-choice.tsx";

interface ByAnswerProps {
  actor: Actor;
  assignment: string;
  here: string;
  item: string | undefined;
  mayGrade: boolean;
}

/** The answers to one item, those that went wrong the same way together. */
export async function ByAnswer({ actor, assignment, here, item: wanted, mayGrade }: ByAnswerProps) {
  const found = await readAnswers(actor, assignment, wanted).catch(missing);
  if (!found) return <p>There is no exercise in it yet.</p>;
  const { items, item, groups, answers } = found;
  return (
    <>
      <ItemChoice items={items} item={item} here={here} by="answer" />
      <p className="mt-6 max-w-measure font-sans text-note text-muted">
        {answers === 0
          ? "Nobody has answered it yet."
          : `${answers} ${answers === 1 ? "answer" : "answers"}, by the part that went wrong first. A mistake with a name joins all variants; a value, those with the same numbers.`}
      </p>
      <ol className="mt-4 divide-y divide-rule border-y border-rule">
        {groups.map((group, i) => (
          <li key={group.key} className="py-5">
            <Group group={group} here={here} />
            {mayGrade && (
              <details className="mt-2 max-w-[34rem]">
                <summary className="w-fit cursor-pointer py-2 font-sans text-control text-accent">
                  Give {group.answers === 1 ? "this answer" : `all ${group.answers}`} one score
                </summary>
                <div className="mt-2">
                  <InPlaceForm
                    name={`One score for ${group.answers === 1 ? "this answer" : `these ${group.answers} answers`}`}
                    action={awardScore}
                    submit={group.answers === 1 ? "Set the score" : `Set the score of ${group.answers} answers`}
                  >
                    <input type="hidden" name="assignment" value={assignment} />
                    <input type="hidden" name="item" value={item.id} />
                    <input type="hidden" name="group" value={group.key} />
                    <input type="hidden" name="seen" value={group.seen} />
                    <FormField id={`score-${i}`} name="score" label="Score" note="% of the item" autoComplete="off" />
                    <TextField id={`reason-${i}`} name="reason" label="Reason" note="The students read it" rows={2} />
                  </InPlaceForm>
                </div>
              </details>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function Group({ group, here }: { group: GroupView; here: string }) {
  const { kind, words, says, students, answers, from, to, overridden, examples } = group;
  return (
    <div className="grid gap-x-8 gap-y-2 md:grid-cols-[minmax(0,1fr)_15rem]">
      <div className="min-w-0">
        <p className="eyebrow">
          {kindNames[kind]}
          {words !== null && `: ${words}`}
        </p>
        <p className="mt-1 max-w-measure break-words">
          {kind === "value" || kind === "undecided" ? (
            <span className="font-mono">{says}</span>
          ) : (
            <Sentence>{says}</Sentence>
          )}
        </p>
        {kind !== "right" && (
          <ul className="mt-2 space-y-0.5 font-sans text-note">
            {examples.map(({ submission, student, attempt, position, raw }) => (
              <li key={submission} className="flex flex-wrap gap-x-3">
                <Link href={`${here}/${attempt}#item-${position}`} prefetch={false} className="link inline-block py-1">
                  {student}
                </Link>
                <code className="min-w-0 py-1 font-mono break-all text-muted">{raw.trim() || "blank"}</code>
              </li>
            ))}
          </ul>
        )}
      </div>
      <p className="font-sans text-note md:text-right">
        {answers} {answers === 1 ? "answer" : "answers"} of {students} {students === 1 ? "student" : "students"}
        <span className="block text-muted">
          earning {from === to ? percent(from) : `${percent(from)} to ${percent(to)}`}
          {overridden > 0 && `, ${overridden} set by hand`}
        </span>
      </p>
    </div>
  );
}

const kindNames = {
  undecided: "Waits for you",
  malrule: "A known mistake",
  "near-miss": "Just missed",
  form: "Right, but not as asked",
  value: "A value",
  right: "Right",
} as const;
