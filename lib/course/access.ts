/**
 * Who may use what: one row for every page, route handler and server action, under the name it goes by. Rows of data
 * are guarded where they are read: every function of this folder takes an actor. A test finds every page, handler and
 * action there is, and fails on one without a row, or a row without one.
 */
import type { Limit } from "./rate-limit.ts";

export interface Rule {
  /** `public` does not even ask who it is; `anyone` asks; a `learner` is a guest or a user. */
  who: "public" | "anyone" | "learner" | "user";
  /** How often one actor may; for somebody without an id, one address. */
  limit?: Limit;
}

const minute = 60;

export const access = {
  "page /": { who: "anyone" },
  "page /help/typing": { who: "anyone" },
  "page /learn": { who: "anyone" },
  "page /learn/[lesson]": { who: "anyone" },
  "page /practice": { who: "anyone" },
  "page /practice/[topic]/[slug]": { who: "anyone" },
  "page /progress": { who: "anyone" },
  "page /skills": { who: "anyone" },
  "page /sign-in": { who: "anyone" },
  "page /sign-up": { who: "anyone" },

  "GET /api/health": { who: "public" },
  /** next-auth checks its own tokens; what it lets do is limited in account.ts. */
  "GET /api/auth/[...nextauth]": { who: "public" },
  "POST /api/auth/[...nextauth]": { who: "public" },
  "POST /api/variants/[id]/submissions": { who: "learner", limit: { points: 120, seconds: minute } },
  "PUT /api/variants/[id]/draft": { who: "learner", limit: { points: 240, seconds: minute } },
  "POST /api/variants/[id]/reveals": { who: "learner", limit: { points: 120, seconds: minute } },

  "action drawVariant": { who: "anyone", limit: { points: 60, seconds: minute } },
  /** Limited per e-mail and address in account.ts. */
  "action signUp": { who: "anyone" },
  "action signIn": { who: "anyone" },
  "action signOut": { who: "anyone" },
} as const satisfies Record<string, Rule>;

export type AccessName = keyof typeof access;

export const ruleFor = (name: AccessName): Rule => access[name];
