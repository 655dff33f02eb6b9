import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { z } from "zod";
import { signIn } from "#app/_actions/sign-in.ts";
import { AccountForm } from "#app/_components/account-form.tsx";
import { currentActor } from "#lib/auth/current-actor.ts";

export const metadata: Metadata = { title: "Sign in" };

const search = z.object({ callbackUrl: z.string().max(500).catch("/practice") });

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignInPage({ searchParams }: PageProps) {
  const { callbackUrl } = search.parse(await searchParams);
  const actor = await currentActor();
  if (actor.kind === "user") redirect("/practice");
  return (
    <div className="mx-auto max-w-md">
      <h1 className="text-h1">Sign in</h1>
      {actor.kind === "guest" && actor.known && (
        <p className="mt-3 text-note text-muted">What you did in this browser moves to your account.</p>
      )}
      <AccountForm action={signIn} callbackUrl={callbackUrl} submit="Sign in" mode="sign-in" />
      <p className="mt-8 text-note">
        No account yet?{" "}
        <Link
          href={{ pathname: "/sign-up", query: callbackUrl === "/practice" ? {} : { callbackUrl } }}
          className="link"
        >
          Make one
        </Link>
        . You can also practise without.
      </p>
    </div>
  );
}
