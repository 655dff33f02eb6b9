/** Every page with an address of it, and what one must be allowed to see it. */
import { readdirSync } from "node:fs";
import type { Permission } from "#lib/course/section/roles.ts";

/** What stands in the addresses. */
export interface Places {
  section: string;
  assignment: string;
  /** Of the student who looks. */
  enrollment: string;
  attempt: string;
}

export type Needs = Permission | "nothing" | "own attempt";

interface Page {
  at: string | ((places: Places) => string);
  needs: Needs;
}

const below = (page: string) => (places: Places) => `/sections/${places.section}${page}`;
const inAssignment =
  (page: string) =>
  ({ section, assignment, attempt }: Places) =>
    `/sections/${section}/assignments/${assignment}${page.replace("[attempt]", attempt)}`;

export const pages: Readonly<Record<string, Page>> = {
  "/": { at: "/", needs: "nothing" },
  "/drill": { at: "/drill", needs: "nothing" },
  "/drill/[id]": { at: "/drill/01890000-0000-7000-8000-000000000000", needs: "own attempt" },
  "/help": { at: "/help", needs: "nothing" },
  "/help/credit": { at: "/help/credit", needs: "nothing" },
  "/help/keyboard": { at: "/help/keyboard", needs: "nothing" },
  "/help/mastery": { at: "/help/mastery", needs: "nothing" },
  "/help/typing": { at: "/help/typing", needs: "nothing" },
  "/learn": { at: "/learn", needs: "nothing" },
  "/learn/[lesson]": { at: "/learn/linear-algebra", needs: "nothing" },
  "/placement": { at: "/placement", needs: "nothing" },
  "/practice": { at: "/practice", needs: "nothing" },
  "/practice/[topic]": { at: "/practice/calculus", needs: "nothing" },
  "/practice/[topic]/[slug]": { at: "/practice/calculus/power-rule", needs: "nothing" },
  "/progress": { at: "/progress", needs: "nothing" },
  "/progress/history": { at: "/progress/history", needs: "nothing" },
  "/progress/history/[submission]": {
    at: "/progress/history/01890000-0000-7000-8000-000000000000",
    needs: "own attempt",
  },
  "/skills": { at: "/skills", needs: "nothing" },
  "/quiz": { at: "/quiz", needs: "nothing" },
  "/quiz/[code]": { at: "/quiz/aaaa-aaaa", needs: "own attempt" },
  "/quiz/[code]/[attempt]": { at: "/quiz/aaaa-aaaa/01890000-0000-7000-8000-000000000000", needs: "own attempt" },
  "/quiz/[code]/[attempt]/hand-in": {
    at: "/quiz/aaaa-aaaa/01890000-0000-7000-8000-000000000000/hand-in",
    needs: "own attempt",
  },
  "/settings": { at: "/settings", needs: "nothing" },
  "/settings/deleted": { at: "/settings/deleted", needs: "nothing" },
  "/sign-in": { at: "/sign-in", needs: "nothing" },
  "/sign-up": { at: "/sign-up", needs: "nothing" },
  "/unsubscribe/[token]": { at: "/unsubscribe/aaaa", needs: "nothing" },
  "/join/[code]": { at: "/join/aaaa-aaaa", needs: "nothing" },
  "/sections": { at: "/sections", needs: "nothing" },
  "/sections/[id]": { at: below(""), needs: "see the section" },
  "/sections/[id]/accommodations": { at: below("/accommodations"), needs: "see everybody's work" },
  "/sections/[id]/roster": { at: below("/roster"), needs: "see the roster" },
  "/sections/[id]/roster/import": { at: below("/roster/import"), needs: "change the roster" },
  "/sections/[id]/settings": { at: below("/settings"), needs: "see the roster" },
  "/sections/[id]/grades": { at: below("/grades"), needs: "take assignments" },
  "/sections/[id]/gradebook": { at: below("/gradebook"), needs: "see the gradebook" },
  "/sections/[id]/gradebook/settings": { at: below("/gradebook/settings"), needs: "change the grading" },
  "/sections/[id]/gradebook/[enrollment]": {
    at: ({ section, enrollment }) => `/sections/${section}/gradebook/${enrollment}`,
    needs: "see the gradebook",
  },
  "/sections/[id]/assignments": { at: below("/assignments"), needs: "see the section" },
  "/sections/[id]/assignments/[assignment]": { at: inAssignment(""), needs: "see the section" },
  "/sections/[id]/assignments/[assignment]/accommodations": {
    at: inAssignment("/accommodations"),
    needs: "see everybody's work",
  },
  "/sections/[id]/assignments/[assignment]/analysis": { at: inAssignment("/analysis"), needs: "see everybody's work" },
  "/sections/[id]/assignments/[assignment]/edit": { at: inAssignment("/edit"), needs: "see drafts" },
  "/sections/[id]/assignments/[assignment]/print": { at: inAssignment("/print"), needs: "print assignments" },
  "/sections/[id]/assignments/[assignment]/regrade": { at: inAssignment("/regrade"), needs: "regrade work" },
  "/sections/[id]/assignments/[assignment]/review": { at: inAssignment("/review"), needs: "see everybody's work" },
  "/sections/[id]/assignments/[assignment]/review/[attempt]": {
    at: inAssignment("/review/[attempt]"),
    needs: "see everybody's work",
  },
  "/sections/[id]/assignments/[assignment]/take": { at: inAssignment("/take?item=1"), needs: "own attempt" },
  "/sections/[id]/assignments/[assignment]/take/hand-in": { at: inAssignment("/take/hand-in"), needs: "own attempt" },
};

/** The addresses of the pages there are, as the folders say. */
export const pagesThatAre = (): string[] =>
  readdirSync("app", { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /(^|\/)page\.tsx$/.test(path))
    .map((path) => `/${path.replace(/\/?page\.tsx$/, "").replaceAll(/(^|\/)\([^)]*\)/g, "")}`);

export const addressOf = ({ at }: Page, places: Places): string => (typeof at === "string" ? at : at(places));
