"use client";

import { useField } from "#app/_components/form/form-context.ts";

/** Who could own the section next. */
export function Heirs({ heirs }: { heirs: readonly { id: string; name: string }[] }) {
  const { error } = useField("member", "");
  return (
    <div className="font-sans">
      <label htmlFor="member" className="text-control font-medium">
        New owner
      </label>
      <select
        id="member"
        name="member"
        aria-invalid={error !== undefined}
        aria-describedby={`member-note${error ? " member-error" : ""}`}
        className="mt-1.5 h-11 w-full rounded border border-edge bg-raised px-3 text-[1rem] text-ink aria-invalid:border-wrong"
      >
        {heirs.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <p id="member-note" className="mt-1.5 text-fine text-muted">
        You become an instructor, and only they can change that.
      </p>
      {error && (
        <p id="member-error" className="mt-1.5 text-note text-wrong">
          {error}
        </p>
      )}
    </div>
  );
}
