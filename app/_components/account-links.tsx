import Link from "next/link";
import { signOut } from "#app/_actions/sign-out.ts";
import { currentActor } from "#lib/auth/current-actor.ts";

/** Who is here: an account that can be left, or the way to one. */
export async function AccountLinks() {
  const actor = await currentActor();
  if (actor.kind !== "user")
    return (
      <Link href="/sign-in" className="border-b-2 border-transparent py-1 text-muted hover:text-ink">
        Sign in
      </Link>
    );
  return (
    <form action={signOut} className="flex items-center gap-4">
      <span className="hidden max-w-40 truncate text-muted md:inline" title={actor.email}>
        {actor.name ?? actor.email}
      </span>
      <button type="submit" className="border-b-2 border-transparent py-1 text-muted hover:text-ink">
        Sign out
      </button>
    </form>
  );
}
