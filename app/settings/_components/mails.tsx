import { changePreferences } from "#app/_actions/change-preferences.ts";
import { InPlaceForm } from "#app/_components/form/in-place-form.tsx";
import { MailTicks } from "#app/_components/form/mail-ticks.tsx";
import { Setting } from "#app/_components/form/setting.tsx";
import type { Preferences } from "#lib/auth/preferences.ts";

/** Which mails somebody wants, where the site sends any. */
export function Mails({ preferences }: { preferences: Preferences }) {
  return (
    <Setting id="mails" title="Mails">
      <p className="text-note text-muted">
        They go to the address of your account, and say nothing of your scores. Each has a link to end them.
      </p>
      <InPlaceForm name="Mails" action={changePreferences} submit="Save which mails I get">
        <MailTicks {...preferences} />
      </InPlaceForm>
    </Setting>
  );
}
