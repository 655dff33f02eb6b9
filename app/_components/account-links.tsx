import { Settings } from "lucide-react";
import Link from "next/link";
import { signOut } from "#app/_actions/sign-out.ts";
import { currentActor } from "#lib/auth/current-actor.ts";
import { NavLink } from "./nav-link.tsx";

const quiet = "inline-flex min-h-10 items-center border-b-2 border-transparent text-muted hover:text-ink";

/** Who is here, and their settings: an account that can be left, or the way to one. */
export async function AccountLinks() {
  const actor = await currentActor();
  const isUser = actor.kind === "user";
  return (
    <div className="flex items-center gap-3 sm:gap-5">
      {isUser && <NavLink href="/sections">Sections</NavLink>}
      <Link href="/settings" className={`${quiet} max-w-40 gap-2`} title={isUser ? actor.email : undefined}>
        <Settings aria-hidden="true" size={18} strokeWidth={1.75} className={isUser ? "lg:hidden" : undefined} />
        <span className={isUser ? "relative truncate max-lg:sr-only" : "sr-only"}>
          {isUser ? (
            <>
              {actor.name ?? actor.email}
              <span className="sr-only">: settings</span>
            </>
          ) : (
            "Settings"
          )}
        </span>
      </Link>
      {isUser ? (
        <form action={signOut}>
          <button type="submit" className={quiet}>
            Sign out
          </button>
        </form>
      ) : (
        <Link href="/sign-in" className={quiet}>
          Sign in
        </Link>
      )}
    </div>
  );
}
