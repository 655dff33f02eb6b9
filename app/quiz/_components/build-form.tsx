"use client";

import { useActionState, useEffect, useRef, useState } from "react";
import { makeQuiz } from "#app/_actions/make-quiz.ts";
import { button } from "#components/ui/button.ts";
import { lengths, suggestedMinutes, timeLimits } from "#lib/course/quiz-plan.ts";
import { Tick } from "./tick.tsx";

interface BuildFormProps {
  /** New with each page, so that a form sent twice is one quiz. */
  formKey: string;
  topics: readonly { id: string; name: string }[];
}

const allLevels = [
  { level: 1, says: "first steps" },
  { level: 2, says: "more of the chain" },
  { level: 3, says: "all of it" },
] as const;

const box = "mt-1.5 h-11 rounded border border-edge bg-raised px-3 text-[1rem] text-ink aria-invalid:border-wrong";

/** The form that builds a quiz. The time it suggests follows length and levels; the server works it out again. */
export function BuildForm({ formKey, topics }: BuildFormProps) {
  const [{ message, errors = {}, values }, formAction, busy] = useActionState(makeQuiz, {});
  const [length, setLength] = useState(String(lengths.usual));
  const [levels, setLevels] = useState<readonly (1 | 2 | 3)[]>([1, 2]);
  const [time, setTime] = useState("suggested");
  const [feedback, setFeedback] = useState("at the end");
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = form.current?.querySelector("[aria-invalid=true], [data-invalid] input");
    if (Object.keys(errors).length > 0 && first instanceof HTMLElement) first.focus();
  }, [errors]);
  const suggested = suggestedMinutes(Number(length) || lengths.usual, levels);
  return (
    <form
      ref={form}
      action={formAction}
      // React resets a form after its action; what was chosen stays where something was wrong with it.
      onReset={(event) => event.preventDefault()}
      noValidate
      className="mt-6 max-w-measure space-y-7 font-sans"
    >
      <p role="alert" className="rounded border-l-4 border-wrong bg-wrong-wash px-4 py-3 text-note empty:hidden">
        {message}
      </p>
      <input type="hidden" name="key" value={formKey} />
      <fieldset data-invalid={errors.topics ? "" : undefined}>
        <legend className="text-control font-medium">Topics</legend>
        <div className="mt-1 grid gap-x-8 sm:grid-cols-2">
          {topics.map(({ id, name }) => (
            <Tick key={id} name={`topic-${id}`} checked={values ? values[`topic-${id}`] === "on" : true}>
              {name}
            </Tick>
          ))}
        </div>
        <Wrong says={errors.topics} />
      </fieldset>
      <fieldset data-invalid={errors.levels ? "" : undefined}>
        <legend className="text-control font-medium">Levels</legend>
        <div className="mt-1 grid gap-x-8 sm:grid-cols-3">
          {allLevels.map(({ level, says }) => (
            <Tick
              key={level}
              name={`level-${level}`}
              checked={levels.includes(level)}
              onChange={(on) => setLevels(on ? [...levels, level] : levels.filter((other) => other !== level))}
            >
              {level} <span className="text-muted">· {says}</span>
            </Tick>
          ))}
        </div>
        <Wrong says={errors.levels} />
      </fieldset>
      <div className="grid gap-x-8 gap-y-7 sm:grid-cols-2">
        <div>
          <label htmlFor="length" className="text-control font-medium">
            Length
          </label>
          <span id="length-note" className="ml-2 text-fine text-muted">
            {lengths.least} to {lengths.most} items
          </span>
          <input
            id="length"
            name="length"
            type="number"
            min={lengths.least}
            max={lengths.most}
            step={1}
            value={length}
            onChange={(event) => setLength(event.currentTarget.value)}
            aria-describedby="length-note length-wrong"
            aria-invalid={errors.length !== undefined}
            className={`${box} w-full`}
          />
          <Wrong id="length-wrong" says={errors.length} />
        </div>
        <div>
          <label htmlFor="time" className="text-control font-medium">
            Time limit
          </label>
          <select
            id="time"
            name="time"
            value={time}
            onChange={(event) => setTime(event.currentTarget.value)}
            aria-invalid={errors.time !== undefined}
            aria-describedby="time-wrong"
            className={`${box} block w-full`}
          >
            <option value="suggested">{suggested} minutes, as suggested</option>
            <option value="none">No limit</option>
            {timeLimits.map((limit) => (
              <option key={limit} value={limit}>
                {limit} minutes
              </option>
            ))}
          </select>
          <Wrong id="time-wrong" says={errors.time} />
        </div>
      </div>
      <fieldset>
        <legend className="text-control font-medium">Feedback</legend>
        <div className="mt-1 grid gap-x-8 sm:grid-cols-2">
          {[
            { value: "at the end", says: "At the end, all together" },
            { value: "at once", says: "At once, one try each" },
          ].map(({ value, says }) => (
            <label key={value} className="flex min-h-11 items-center gap-3 text-control">
              <input
                type="radio"
                name="feedback"
                value={value}
                checked={feedback === value}
                onChange={() => setFeedback(value)}
                className="size-4.5 accent-accent"
              />
              {says}
            </label>
          ))}
        </div>
        <Wrong says={errors.feedback} />
      </fieldset>
      <div>
        <label htmlFor="title" className="text-control font-medium">
          Title
        </label>
        <span id="title-note" className="ml-2 text-fine text-muted">
          May stay empty.
        </span>
        <input
          id="title"
          name="title"
          maxLength={80}
          autoComplete="off"
          defaultValue={values?.title}
          aria-describedby="title-note title-wrong"
          aria-invalid={errors.title !== undefined}
          className={`${box} w-full`}
        />
        <Wrong id="title-wrong" says={errors.title} />
      </div>
      <button type="submit" disabled={busy} className={button.primary}>
        {busy ? "Drawing the items …" : "Build the quiz"}
      </button>
    </form>
  );
}

function Wrong({ id, says }: { id?: string; says: string | undefined }) {
  return (
    <p id={id} className="mt-1.5 text-note text-wrong empty:hidden">
      {says}
    </p>
  );
}
