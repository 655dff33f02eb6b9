import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { z } from "zod";
import { signUp } from "#app/_actions/sign-up.ts";
import { AccountForm } from "#app/_components/account-form.tsx";
import { currentActor } from "#lib/auth/current-actor.ts";

export const metadata: Metadata = { title: "Make an account" };

const search = z.object({ callbackUrl: z.string().max(500).catch("/progress") });

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignUpPage({ searchParams }: PageProps) {
  const { callbackUrl } = search.parse(await searchParams);
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
      <AccountForm action={signUp} callbackUrl={callbackUrl} submit="Make the account" mode="sign-up" />
      <p className="mt-8 text-note">
        Have one already?{" "}
        <Link
          href={{ pathname: "/sign-in", query: callbackUrl === "/progress" ? {} : { callbackUrl } }}
          className="link"
        >
          Sign in
        </Link>
        .
      </p>
    </div>
  );
}
