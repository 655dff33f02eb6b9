/** How people are called in a section: as on its roster, else as they call themselves. */

/** What of an enrollment tells it. */
export const named = {
  name: true,
  email: true,
  user: { select: { name: true, email: true } },
} as const;

interface Named {
  name: string | null;
  email: string | null;
  user: { name: string | null; email: string | null } | null;
}

export const nameOf = ({ name, email, user }: Named): string =>
  name ?? user?.name ?? email ?? user?.email ?? "somebody without a name";

/** The same for whoever must not see an address. */
export const publicNameOf = ({ name, user }: Pick<Named, "name" | "user">): string =>
  name ?? user?.name ?? "somebody who has not given a name";
