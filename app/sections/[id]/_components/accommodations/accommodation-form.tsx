import { accommodate } from "#app/_actions/accommodate.ts";
import { FormField } from "#app/_components/form/form-field.tsx";
import { InPlaceForm } from "#app/_components/form/in-place-form.tsx";
import { Select } from "#app/_components/form/select.tsx";
import { TickField } from "#app/_components/form/tick-field.tsx";
import type { AccommodatedStudent, AssignmentAccommodations, SaidView } from "#lib/course/assignment/accommodations.ts";
import { StudentPicker } from "./student-picker.tsx";

interface AccommodationFormProps {
  section: string;
  timeZone: string;
  students: readonly AccommodatedStudent[];
  /** Null for all assignments of the section. */
  assignment: (Omit<AssignmentAccommodations, "students"> & { id: string }) | null;
  /** Whose is changed: they are ticked, and what they have stands in the fields. */
  changed: { enrollmentId: string; said: SaidView | null } | undefined;
}

/** What is to be different, and for whom. */
export function AccommodationForm({ section, timeZone, students, assignment, changed }: AccommodationFormProps) {
  const said = changed?.said;
  const groups = new Map<string, number>();
  for (const { group } of students) if (group !== null) groups.set(group, (groups.get(group) ?? 0) + 1);
  return (
    <InPlaceForm
      // Whoever else is to be changed gets fields of their own.
      key={changed?.enrollmentId ?? ""}
      name="Accommodation"
      action={accommodate}
      submit={said ? "Save the change" : "Set it"}
      look="primary"
    >
      <input type="hidden" name="section" value={section} />
      <input type="hidden" name="assignment" value={assignment?.id ?? ""} />
      <p className="max-w-measure font-sans text-note text-muted">
        What you set takes the place of what was set {assignment ? "here" : "for all assignments"} for them before.
      </p>
      {groups.size > 0 && (
        <Select
          name="group"
          label="For"
          stored=""
          options={[
            { value: "", label: "the students ticked below" },
            ...[...groups]
              .toSorted(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
              .map(([name, members]) => ({ value: name, label: `all of ${name} (${members})` })),
          ]}
        />
      )}
      <StudentPicker
        students={students.map(({ enrollmentId, name, group }) => ({ id: enrollmentId, name, group }))}
        picked={changed?.enrollmentId}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <FormField
          name="moreTime"
          label="More time"
          note={assignment && assignment.minutes === null ? "%; no limit so far" : "% of the limit"}
          autoComplete="off"
          stored={said?.moreTime == null ? "" : String(said.moreTime)}
        />
        <FormField
          name="extraDays"
          label="More days"
          note="after the due date"
          autoComplete="off"
          stored={said?.extraDays == null ? "" : String(said.extraDays)}
        />
      </div>
      {assignment && <OwnFields assignment={assignment} timeZone={timeZone} said={said ?? null} />}
      <FormField name="note" label="Note" note="Students do not see it" autoComplete="off" stored={said?.note ?? ""} />
    </InPlaceForm>
  );
}

interface OwnFieldsProps {
  assignment: NonNullable<AccommodationFormProps["assignment"]>;
  timeZone: string;
  said: SaidView | null;
}

/** What can be different in one assignment only. */
function OwnFields({ assignment: { items, delays }, timeZone, said }: OwnFieldsProps) {
  return (
    <>
      <fieldset className="space-y-4">
        <legend className="font-sans text-control font-medium">Dates of their own</legend>
        <p className="mt-1 font-sans text-note text-muted">
          By the clock of {timeZone.replaceAll("_", " ")}. An empty one is that of everybody.
          {delays && " All have the same variants here, so nobody is told how it went before the last of them is done."}
        </p>
        <FormField
          name="opens"
          label="Opens"
          type="datetime-local"
          autoComplete="off"
          stored={said?.local.opens ?? ""}
        />
        <FormField name="due" label="Due" type="datetime-local" autoComplete="off" stored={said?.local.due ?? ""} />
        <FormField
          name="lateUntil"
          label="Late answers until"
          type="datetime-local"
          autoComplete="off"
          stored={said?.local.lateUntil ?? ""}
        />
      </fieldset>
      <TickField
        name="excused"
        label="Excused: the assignment does not count for them"
        stored={said?.excused ?? false}
      />
      {items.length > 1 && (
        <details open={said !== null && said.excusedItems.length > 0}>
          <summary className="w-fit cursor-pointer py-2 font-sans text-control">Excused from single items</summary>
          {items.map(({ id, title, level }) => (
            <TickField
              key={id}
              name={`item-${id}`}
              label={`${title}, level ${level}`}
              stored={said?.excusedItems.includes(id) ?? false}
            />
          ))}
        </details>
      )}
    </>
  );
}
