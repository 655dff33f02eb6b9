import { changeAssignment } from "#app/_actions/change-assignment.ts";
import { Choice } from "#app/_components/form/choice.tsx";
import { FormField } from "#app/_components/form/form-field.tsx";
import { InPlaceForm } from "#app/_components/form/in-place-form.tsx";
import { Select } from "#app/_components/form/select.tsx";
import { TextField } from "#app/_components/form/text-field.tsx";
import { TickField } from "#app/_components/form/tick-field.tsx";
import type { AssignmentView } from "#lib/course/assignment/read.ts";

interface SettingsFormProps {
  assignment: AssignmentView;
  timeZone: string;
}

const percent = (share: number): string => String(Math.round(share * 1000) / 10);

/** What an assignment is called, when it is open, and how it is taken. */
export function SettingsForm({ assignment, timeZone }: SettingsFormProps) {
  const { id, revision, title, instructions, local, password, config, begun } = assignment;
  const { tries, minutes, late } = config;
  return (
    <InPlaceForm name="Dates and rules" action={changeAssignment} submit="Save dates and rules">
      <input type="hidden" name="assignment" value={id} />
      <input type="hidden" name="revision" value={revision} />
      <FormField name="title" label="Title" autoComplete="off" stored={title} />
      <TextField
        name="instructions"
        label="Instructions"
        note="Plain text, shown before it is begun"
        rows={4}
        stored={instructions}
      />
      <p className="font-sans text-note text-muted">
        Times are those of {timeZone.replaceAll("_", " ")}. An empty field means no such date.
      </p>
      <FormField name="opens" label="Opens" type="datetime-local" autoComplete="off" stored={local.opens} />
      <FormField name="due" label="Due" type="datetime-local" autoComplete="off" stored={local.due} />
      <FormField
        name="lateUntil"
        label="Late answers until"
        type="datetime-local"
        autoComplete="off"
        stored={local.lateUntil}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <FormField
          name="latePerDay"
          label="Each day late takes off"
          note="%"
          autoComplete="off"
          stored={percent(late.perDay)}
        />
        <FormField name="lateMost" label="At most" note="%" autoComplete="off" stored={percent(late.most)} />
      </div>
      <FormField
        name="minutes"
        label="Time limit"
        note="Minutes from the beginning; empty for none"
        autoComplete="off"
        stored={minutes === null ? "" : String(minutes)}
      />
      <FormField
        name="entry"
        label="Password to begin"
        note="To be told in the room; may stay empty"
        autoComplete="off"
        stored={password ?? ""}
      />
      <Select
        name="feedback"
        label="When students are told how it went"
        {...(begun && { note: "Students have begun, so this stays as it is." })}
        stored={config.feedback}
        options={[
          { value: "at once", label: "At once: each answer is judged when it is checked" },
          { value: "after due", label: "After it has closed" },
          { value: "on release", label: "When you release it" },
        ]}
      />
      <Select
        name="solutions"
        label="When solutions are shown"
        stored={config.solutions}
        options={[
          { value: "when settled", label: "Once an item is right or its tries are used up" },
          { value: "after due", label: "After it has closed" },
          { value: "on release", label: "When you release it" },
          { value: "never", label: "Never" },
        ]}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <FormField
          name="tries"
          label="Tries for each item"
          note="Empty for any number"
          autoComplete="off"
          stored={tries === null ? "" : String(tries)}
        />
        <FormField
          name="tryPenalty"
          label="Each further try takes off"
          note="%"
          autoComplete="off"
          stored={percent(config.tryPenalty)}
        />
      </div>
      <TickField name="freshOnRetry" label="Each further try is a new variant" stored={config.freshOnRetry} />
      <TickField name="hints" label="Hints, each for a tenth" stored={config.hints} />
      <FormField
        name="carried"
        label="A part right from a wrong earlier value earns"
        note="%"
        autoComplete="off"
        stored={percent(config.carried)}
      />
      <Choice
        name="variants"
        legend="Variants"
        stored={config.variants}
        options={[
          { value: "own", label: "Each student has their own" },
          { value: "same", label: "The same for all" },
        ]}
      />
      <Choice
        name="navigation"
        legend="Order"
        stored={config.navigation}
        options={[
          { value: "any order", label: "Any, and back again" },
          { value: "one by one", label: "One by one, no way back" },
        ]}
      />
      <TickField name="shuffle" label="Each student gets the items in another order" stored={config.shuffle} />
    </InPlaceForm>
  );
}
