import { changePreferences } from "#app/_actions/change-preferences.ts";
import { Choice } from "#app/_components/form/choice.tsx";
import { FormField } from "#app/_components/form/form-field.tsx";
import { InPlaceForm } from "#app/_components/form/in-place-form.tsx";
import { regions } from "#app/_components/form/regions.ts";
import { Setting } from "#app/_components/form/setting.tsx";
import { TimeZoneField } from "#app/_components/form/time-zone-field.tsx";
import type { Preferences } from "#lib/auth/preferences.ts";

/** How somebody wants their pages, and how much they want to practise. */
export function Wishes({ preferences }: { preferences: Preferences }) {
  const { theme, decimalComma, reducedMotion, dailyGoal, timeZone } = preferences;
  return (
    <>
      <Setting id="appearance" title="Appearance">
        <InPlaceForm name="Appearance" action={changePreferences} submit="Save the appearance">
          <Choice
            name="theme"
            legend="Theme"
            stored={theme}
            options={[
              { value: "system", label: "As the device has it" },
              { value: "light", label: "Light" },
              { value: "dark", label: "Dark" },
            ]}
          />
          <Choice
            name="decimalComma"
            legend="Decimal mark"
            note="For the numbers you are shown. Type yours with a point all the same: 0.5."
            stored={decimalComma ? "comma" : "point"}
            options={[
              { value: "point", label: "Point, 0.5" },
              { value: "comma", label: "Comma, 0,5" },
            ]}
          />
          <Choice
            name="reducedMotion"
            legend="Motion"
            note="There is little to begin with: fading colours and smooth scrolling."
            stored={reducedMotion}
            options={[
              { value: "system", label: "As the device has it" },
              { value: "reduce", label: "Keep still" },
            ]}
          />
        </InPlaceForm>
      </Setting>
      <Setting id="practice" title="Practice">
        <InPlaceForm name="Practice" action={changePreferences} submit="Save the goal and the zone">
          <FormField
            name="dailyGoal"
            label="Daily goal"
            type="number"
            note="Exercises a day, up to 100. 0 is no goal."
            autoComplete="off"
            stored={`${dailyGoal}`}
          />
          <TimeZoneField
            stored={timeZone ?? ""}
            none="As the browser has it"
            note="Times are shown in it, and a day of practice ends at its midnight."
            regions={regions}
          />
        </InPlaceForm>
      </Setting>
    </>
  );
}
