"use client";

import { useActionState, useId } from "react";
import { button } from "#components/ui/button.ts";
import type { FormState } from "#lib/course/action.ts";

interface PartFormProps {
  action(state: FormState, form: FormData): Promise<FormState>;
  fields: Readonly<Record<string, string>>;
  name: string;
  points: number;
  pick: number;
  /** How many exercises there are. */
  of: number;
}

const box = "h-11 w-20 rounded border border-edge bg-raised px-3 text-[1rem] text-ink aria-invalid:border-wrong";

/** What a part is worth, and of a pool how many each student gets. */
export function PartForm({ action, fields, name, points, pick, of }: PartFormProps) {
  const [{ message, errors = {}, values, done }, formAction, busy] = useActionState(action, {});
  const id = useId();
  const wrong = [message, errors.points, errors.pick].filter(Boolean).join(" ");
  return (
    <form
      action={formAction}
      onReset={(event) => event.preventDefault()}
      aria-label={name}
      className="flex flex-wrap items-end gap-3 font-sans text-note"
    >
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {of > 1 && (
        <label>
          <span className="block">Each gets</span>
          <input
            name="pick"
            inputMode="numeric"
            autoComplete="off"
            defaultValue={values?.pick ?? pick}
            aria-invalid={errors.pick !== undefined}
            aria-describedby={wrong === "" ? undefined : id}
            className={box}
          />
        </label>
      )}
      <label>
        <span className="block">Points{of > 1 ? " each" : ""}</span>
        <input
          name="points"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={values?.points ?? points}
          aria-invalid={errors.points !== undefined}
          aria-describedby={wrong === "" ? undefined : id}
          className={box}
        />
      </label>
      <button type="submit" disabled={busy} className={button.secondary}>
        Save<span className="sr-only"> {name}</span>
      </button>
      <p role="status" className="basis-full text-correct empty:hidden">
        {busy ? "" : done}
      </p>
      <p id={id} role="alert" className="basis-full text-wrong empty:hidden">
        {wrong}
      </p>
    </form>
  );
}
