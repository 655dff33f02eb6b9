import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { signUp } from "#app/_actions/sign-up.ts";
import { AccountForm } from "#app/_components/account-form.tsx";
import { currentActor } from "#lib/auth/current-actor.ts";

export const metadata: Metadata = { title: "Make an account" };

export default async function SignUpPage() {
  const actor = await currentActor();
  if (actor.kind === "user") redirect("/practice");
  return (
    <div className="mx-auto max-w-md">
      <h1 className="text-h1">Make an account</h1>
      <p className="mt-3 text-note text-muted">
        {actor.kind === "guest" && actor.known
          ? "Everything you did in this browser moves to your account; nothing is lost."
          : "It keeps your progress, wherever you sign in."}
      </p>
      <AccountForm action={signUp} callbackUrl="/progress" submit="Make the account" mode="sign-up" />
      <p className="mt-8 text-note">
        Have one already?{" "}
        <Link href="/sign-in" className="link">
          Sign in
        </Link>
        .
      </p>
    </div>
  );
}
