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
  "page /drill": { who: "anyone" },
  "page /drill/[id]": { who: "anyone" },
  "page /help": { who: "anyone" },
  "page /help/credit": { who: "anyone" },
  "page /help/keyboard": { who: "anyone" },
  "page /help/mastery": { who: "anyone" },
  "page /help/typing": { who: "anyone" },
  "page /learn": { who: "anyone" },
  "page /learn/[lesson]": { who: "anyone" },
  "page /placement": { who: "anyone" },
  "page /practice": { who: "anyone" },
  "page /practice/[topic]": { who: "anyone" },
  "page /practice/[topic]/[slug]": { who: "anyone" },
  "page /progress": { who: "anyone" },
  "page /progress/history": { who: "anyone" },
  "page /progress/history/[submission]": { who: "anyone" },
  "page /skills": { who: "anyone" },
  "page /quiz": { who: "anyone" },
  "page /quiz/[code]": { who: "anyone" },
  "page /quiz/[code]/[attempt]": { who: "anyone" },
  "page /quiz/[code]/[attempt]/hand-in": { who: "anyone" },
  "page /join/[code]": { who: "anyone" },
  "page /sections": { who: "anyone" },
  "page /sections/[id]": { who: "anyone" },
  "page /sections/[id]/assignments": { who: "anyone" },
  "page /sections/[id]/assignments/[assignment]": { who: "anyone" },
  "page /sections/[id]/accommodations": { who: "anyone" },
  "page /sections/[id]/assignments/[assignment]/accommodations": { who: "anyone" },
  "page /sections/[id]/assignments/[assignment]/analysis": { who: "anyone" },
  "page /sections/[id]/assignments/[assignment]/edit": { who: "anyone" },
  "page /sections/[id]/assignments/[assignment]/print": { who: "anyone" },
  "page /sections/[id]/assignments/[assignment]/review": { who: "anyone" },
  "page /sections/[id]/assignments/[assignment]/review/[attempt]": { who: "anyone" },
  "page /sections/[id]/assignments/[assignment]/regrade": { who: "anyone" },
  "page /sections/[id]/assignments/[assignment]/take": { who: "anyone" },
  "page /sections/[id]/assignments/[assignment]/take/hand-in": { who: "anyone" },
  "page /sections/[id]/grades": { who: "anyone" },
  "page /sections/[id]/gradebook": { who: "anyone" },
  "page /sections/[id]/gradebook/settings": { who: "anyone" },
  "page /sections/[id]/gradebook/[enrollment]": { who: "anyone" },
  "page /sections/[id]/roster": { who: "anyone" },
  "page /sections/[id]/roster/import": { who: "anyone" },
  "page /sections/[id]/settings": { who: "anyone" },
  "page /settings": { who: "anyone" },
  "page /settings/deleted": { who: "anyone" },
  "page /sign-in": { who: "anyone" },
  "page /sign-up": { who: "anyone" },
  /** Whose link it is tells its token: lib/course/mail/unsubscribe-token.ts. */
  "page /unsubscribe/[token]": { who: "anyone" },

  "GET /api/health": { who: "public" },
  /** next-auth checks its own tokens; what it lets do is limited in account.ts. */
  "GET /api/auth/[...nextauth]": { who: "public" },
  "POST /api/auth/[...nextauth]": { who: "public" },
  /** All of somebody's rows are read for it. */
  "GET /api/me/export": { who: "learner", limit: { points: 10, seconds: 5 * minute } },
  /** All grades of a section are read for it. */
  "GET /api/sections/[id]/gradebook": { who: "user", limit: { points: 20, seconds: minute } },
  "GET /api/unsubscribe/[token]": { who: "public" },
  "POST /api/unsubscribe/[token]": { who: "public", limit: { points: 20, seconds: minute } },
  "POST /api/variants/[id]/submissions": { who: "learner", limit: { points: 120, seconds: minute } },
  "PUT /api/variants/[id]/draft": { who: "learner", limit: { points: 240, seconds: minute } },
  "POST /api/variants/[id]/reveals": { who: "learner", limit: { points: 120, seconds: minute } },

  "action drawVariant": { who: "anyone", limit: { points: 60, seconds: minute } },
  "action reopenVariant": { who: "learner", limit: { points: 60, seconds: minute } },
  "action startDrill": { who: "anyone", limit: { points: 30, seconds: minute } },
  "action nextDrillItem": { who: "learner", limit: { points: 60, seconds: minute } },
  "action finishDrill": { who: "learner", limit: { points: 30, seconds: minute } },
  "action startPlacement": { who: "anyone", limit: { points: 30, seconds: minute } },
  "action nextPlacementItem": { who: "learner", limit: { points: 60, seconds: minute } },
  "action finishPlacement": { who: "learner", limit: { points: 30, seconds: minute } },
  /** Each draws up to thirty variants. */
  "action makeQuiz": { who: "anyone", limit: { points: 20, seconds: minute } },
  "action takeQuiz": { who: "anyone", limit: { points: 20, seconds: minute } },
  "action startQuiz": { who: "anyone", limit: { points: 30, seconds: minute } },
  "action flagItem": { who: "learner", limit: { points: 120, seconds: minute } },
  "action handInQuiz": { who: "learner", limit: { points: 30, seconds: minute } },
  /** Limited per e-mail and address in account.ts. */
  "action signUp": { who: "anyone" },
  "action signIn": { who: "anyone" },
  "action signOut": { who: "anyone" },
  "action changePreferences": { who: "anyone", limit: { points: 60, seconds: minute } },
  "action changeMail": { who: "anyone", limit: { points: 60, seconds: minute } },
  "action changeName": { who: "user", limit: { points: 30, seconds: minute } },
  /** Ten guesses at the password of a browser that was left open. */
  "action changePassword": { who: "user", limit: { points: 10, seconds: 15 * minute } },
  "action signOutEverywhere": { who: "user", limit: { points: 10, seconds: minute } },
  "action deleteAccount": { who: "anyone", limit: { points: 10, seconds: 15 * minute } },

  /** What may be done in a section is a table of its own: section/roles.ts. */
  "action createSection": { who: "user", limit: { points: 20, seconds: minute } },
  /** Forty students with all their work. */
  "action makeDemo": { who: "user", limit: { points: 6, seconds: 10 * minute } },
  "action removeDemo": { who: "user", limit: { points: 20, seconds: minute } },
  /** A code has 40 bits; nobody guesses one at this rate. */
  "action joinSection": { who: "user", limit: { points: 20, seconds: minute } },
  "action leaveSection": { who: "user", limit: { points: 20, seconds: minute } },
  "action changeSection": { who: "user", limit: { points: 60, seconds: minute } },
  "action renewSectionCode": { who: "user", limit: { points: 20, seconds: minute } },
  "action archiveSection": { who: "user", limit: { points: 20, seconds: minute } },
  "action handOverSection": { who: "user", limit: { points: 20, seconds: minute } },
  "action previewRoster": { who: "user", limit: { points: 30, seconds: minute } },
  "action importRoster": { who: "user", limit: { points: 20, seconds: minute } },
  "action changeRole": { who: "user", limit: { points: 120, seconds: minute } },
  "action announce": { who: "user", limit: { points: 20, seconds: minute } },
  "action withdrawAnnouncement": { who: "user", limit: { points: 60, seconds: minute } },
  "action removeMember": { who: "user", limit: { points: 120, seconds: minute } },
  "action createAssignment": { who: "user", limit: { points: 20, seconds: minute } },
  "action changeAssignment": { who: "user", limit: { points: 60, seconds: minute } },
  "action copyAssignment": { who: "user", limit: { points: 20, seconds: minute } },
  "action removeAssignment": { who: "user", limit: { points: 20, seconds: minute } },
  "action addItem": { who: "user", limit: { points: 120, seconds: minute } },
  "action removeItem": { who: "user", limit: { points: 120, seconds: minute } },
  "action movePart": { who: "user", limit: { points: 120, seconds: minute } },
  "action joinParts": { who: "user", limit: { points: 120, seconds: minute } },
  "action splitItem": { who: "user", limit: { points: 120, seconds: minute } },
  "action changePart": { who: "user", limit: { points: 120, seconds: minute } },
  "action changeItemTerms": { who: "user", limit: { points: 120, seconds: minute } },
  /** Each judges forty samples. */
  "action checkItemTerms": { who: "user", limit: { points: 120, seconds: minute } },
  "action changeGrading": { who: "user", limit: { points: 30, seconds: minute } },
  "action accommodate": { who: "user", limit: { points: 60, seconds: minute } },
  "action endAccommodation": { who: "user", limit: { points: 120, seconds: minute } },
  "action overrideScore": { who: "user", limit: { points: 240, seconds: minute } },
  "action takeBackOverride": { who: "user", limit: { points: 120, seconds: minute } },
  "action setScore": { who: "user", limit: { points: 240, seconds: minute } },
  "action clearScore": { who: "user", limit: { points: 120, seconds: minute } },
  "action commentOnWork": { who: "user", limit: { points: 240, seconds: minute } },
  "action awardScore": { who: "user", limit: { points: 30, seconds: minute } },
  "action markBroken": { who: "user", limit: { points: 30, seconds: minute } },
  "action takeBackBroken": { who: "user", limit: { points: 30, seconds: minute } },
  "action publishAssignment": { who: "user", limit: { points: 20, seconds: minute } },
  "action unpublishAssignment": { who: "user", limit: { points: 20, seconds: minute } },
  "action releaseAssignment": { who: "user", limit: { points: 20, seconds: minute } },
  /** Each judges all answers to an item again. */
  "action applyRegrade": { who: "user", limit: { points: 20, seconds: minute } },
  "action previewAssignment": { who: "user", limit: { points: 20, seconds: minute } },
  /** Each draws up to forty sheets. */
  "action drawPapers": { who: "user", limit: { points: 20, seconds: minute } },
  "action startAssignment": { who: "user", limit: { points: 30, seconds: minute } },
  "action handInAssignment": { who: "user", limit: { points: 30, seconds: minute } },
  "action nextRound": { who: "user", limit: { points: 60, seconds: minute } },
  "action leaveItem": { who: "user", limit: { points: 60, seconds: minute } },
} as const satisfies Record<string, Rule>;

export type AccessName = keyof typeof access;

export const ruleFor = (name: AccessName): Rule => access[name];
