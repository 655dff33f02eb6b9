/** Who may do what in a section: the one table. */

export const roles = ["owner", "instructor", "assistant", "student"] as const;
export type Role = (typeof roles)[number];

interface Permit {
  who: readonly Role[];
  /** Whether it changes the section, and so cannot be done in one that is archived. */
  changes: boolean;
}

const everyone = roles;
const staff = ["owner", "instructor", "assistant"] as const;
const teachers = ["owner", "instructor"] as const;
const owner = ["owner"] as const;

export const permits = {
  "see the section": { who: everyone, changes: false },
  "see who teaches": { who: everyone, changes: false },
  leave: { who: ["instructor", "assistant", "student"], changes: false },

  "see the roster": { who: staff, changes: false },
  "see the code": { who: staff, changes: false },
  announce: { who: staff, changes: true },

  "change the roster": { who: teachers, changes: true },
  "appoint assistants": { who: teachers, changes: true },
  "change the section": { who: teachers, changes: true },
  "withdraw announcements of others": { who: teachers, changes: true },
  "see the record": { who: teachers, changes: false },

  "take assignments": { who: ["student"], changes: true },
  "see own work": { who: everyone, changes: false },
  "see drafts": { who: staff, changes: false },
  "try assignments": { who: staff, changes: true },
  "print assignments": { who: staff, changes: false },
  "change assignments": { who: teachers, changes: true },
  "accommodate students": { who: teachers, changes: true },
  "see everybody's work": { who: staff, changes: false },
  "grade work": { who: staff, changes: true },
  "regrade work": { who: teachers, changes: true },
  "release grades": { who: teachers, changes: true },
  "see the gradebook": { who: staff, changes: false },
  "export the gradebook": { who: teachers, changes: false },
  "change the grading": { who: teachers, changes: true },

  "appoint instructors": { who: owner, changes: true },
  "hand it over": { who: owner, changes: true },
  archive: { who: owner, changes: false },
} as const satisfies Record<string, Permit>;

export type Permission = keyof typeof permits;

/** Whether a role has a permission. */
export function allows(role: Role, permission: Permission): boolean {
  const who: readonly Role[] = permits[permission].who;
  return who.includes(role);
}

const isPermission = (name: string): name is Permission => name in permits;

/** All that a role may do in a section, as it is now. */
export const permitsOf = (role: Role, { archived }: { archived: boolean }): Permission[] =>
  Object.keys(permits)
    .filter(isPermission)
    .filter((permission) => allows(role, permission) && !(archived && permits[permission].changes));

/** What one must be allowed to give a role to somebody, or to take it from them; nobody is made an owner like that. */
export const neededFor = {
  instructor: "appoint instructors",
  assistant: "appoint assistants",
  student: "change the roster",
} as const satisfies Record<Exclude<Role, "owner">, Permission>;
