import Link from "next/link";
import { changeName } from "#app/_actions/change-name.ts";
import { changePassword } from "#app/_actions/change-password.ts";
import { signOutEverywhere } from "#app/_actions/sign-out-everywhere.ts";
import { FormField } from "#app/_components/form/form-field.tsx";
import { InPlaceForm } from "#app/_components/form/in-place-form.tsx";
import { Setting } from "#app/_components/form/setting.tsx";
import { button } from "#components/ui/button.ts";
import type { Actor } from "#lib/course/actor.ts";

/** Who somebody is here, and how they get in. */
export function Account({ actor: { name, email } }: { actor: Extract<Actor, { kind: "user" }> }) {
  return (
    <>
      <Setting id="account" title="Account">
        <p>
          <span className="block font-sans text-control font-medium">E-mail address</span>
          <span className="break-all">{email}</span>
        </p>
        <InPlaceForm name="Name" action={changeName} submit="Save the name">
          <FormField name="name" label="Name" note="May stay empty." autoComplete="name" stored={name ?? ""} />
        </InPlaceForm>
      </Setting>
      <Setting id="password-section" title="Password">
        <p className="text-note text-muted">
          Whoever is signed in elsewhere is signed out by it; you stay signed in here.
        </p>
        <InPlaceForm name="Password" action={changePassword} submit="Change the password">
          <FormField name="password" label="Present password" type="password" autoComplete="current-password" />
          <FormField
            name="newPassword"
            label="New password"
            type="password"
            note="At least 10 characters."
            autoComplete="new-password"
          />
        </InPlaceForm>
      </Setting>
      <Setting id="sessions" title="Signed in elsewhere">
        <p className="text-note text-muted">
          For a lost phone, or a browser that was left open: it ends every session, this one too.
        </p>
        <InPlaceForm name="Sessions" action={signOutEverywhere} submit="Sign out everywhere" />
      </Setting>
    </>
  );
}

/** The same for somebody without an account. */
export function NoAccount() {
  return (
    <Setting id="account" title="Account">
      <p>
        You have none yet. What you do and what you choose here is kept for this browser; with an account you have it
        everywhere, and all of it moves with you.
      </p>
      <p className="flex flex-wrap gap-3">
        <Link href="/sign-up" className={button.secondary}>
          Make an account
        </Link>
        <Link href="/sign-in" className={button.secondary}>
          Sign in
        </Link>
      </p>
    </Setting>
  );
}
