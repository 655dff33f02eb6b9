"use client";

import { useState } from "react";
import { useField } from "#app/_components/form/form-context.ts";

interface StudentPickerProps {
  students: readonly { id: string; name: string; group: string | null }[];
  /** The one who is ticked from the beginning. */
  picked: string | undefined;
}

/** Students to tick; what is typed above narrows the list, and unticks nobody. */
export function StudentPicker({ students, picked }: StudentPickerProps) {
  const [search, setSearch] = useState("");
  const { error } = useField("people", "");
  const wanted = search.trim().toLowerCase();
  const isFound = ({ name, group }: StudentPickerProps["students"][number]) =>
    `${name} ${group ?? ""}`.toLowerCase().includes(wanted);
  const found = students.filter(isFound).length;
  return (
    <fieldset className="font-sans" aria-describedby={error ? "people-error" : undefined}>
      <legend className="text-control font-medium">Students</legend>
      {students.length > 8 && (
        <>
          <input
            type="search"
            aria-label="Narrow the list by name or group"
            placeholder="Name or group"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            // Enter would send the form.
            onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
            className="mt-1.5 h-11 w-full rounded border border-edge bg-raised px-3 text-[1rem] text-ink"
          />
          <p role="status" className="mt-1 text-fine text-muted">
            {wanted !== "" && `${found} of ${students.length}`}
          </p>
        </>
      )}
      <ul className="mt-1 max-h-72 overflow-y-auto rounded border border-rule px-3 py-1">
        {students.map((student) => (
          <li key={student.id} hidden={!isFound(student)}>
            <StudentTick {...student} isPicked={student.id === picked} />
          </li>
        ))}
        {found === 0 && <li className="py-2.5 text-note text-muted">Nobody is called that.</li>}
      </ul>
      {error && (
        <p id="people-error" role="alert" className="mt-1.5 text-note text-wrong">
          {error}
        </p>
      )}
    </fieldset>
  );
}

interface StudentTickProps {
  id: string;
  name: string;
  group: string | null;
  isPicked: boolean;
}

function StudentTick({ id, name, group, isPicked }: StudentTickProps) {
  const field = `student-${id}`;
  const { initial } = useField(field, isPicked ? "yes" : "no");
  return (
    <label className="flex min-h-10 items-center gap-2.5 text-control">
      <input
        key={initial}
        type="checkbox"
        name={field}
        value="yes"
        defaultChecked={initial === "yes"}
        className="size-4.5 shrink-0 accent-accent"
      />
      <span className="min-w-0 break-words">
        {name}
        {group && <span className="text-muted">, {group}</span>}
      </span>
    </label>
  );
}
