/** Every server action that acts in a section, with a form that whoever may can send, and what one must be allowed for it. */
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { Permission } from "#lib/course/section/roles.ts";

/** What stands in the forms. */
export interface Things {
  section: string;
  /** A homework under way, an exam that is over and not released, and a draft. */
  homework: string;
  exam: string;
  draft: string;
  draftPart: string;
  draftItem: string;
  homeworkItem: string;
  enrollment: string;
  /** Another student’s. */
  classmate: string;
  submission: string;
  announcement: string;
}

interface SectionAction {
  needs: Permission;
  /** What it acts on is gone once it is done, so that one alone of those who may does it. */
  once?: true;
  /** What whoever may is told where there is nothing to be done just then: they have come as far as that. */
  told?: "closed" | "invalid";
  form: (things: Things) => Record<string, string>;
}

const grading = { "name-1": "Homework", "weight-1": "100", "drop-1": "0", "id-1": "" };

/** In the order in which they are done by those who may: what takes something away comes last. */
export const sectionActions: Readonly<Record<string, SectionAction>> = {
  announce: {
    needs: "announce",
    form: ({ section }) => ({ section, key: randomUUID(), title: "Rooms", body: "In the big hall." }),
  },
  withdrawAnnouncement: {
    once: true,
    needs: "withdraw announcements of others",
    form: ({ section, announcement }) => ({ section, announcement }),
  },
  previewRoster: {
    needs: "change the roster",
    form: ({ section }) => ({ section, text: "name,email\nNina Roth,nina@example.invalid" }),
  },
  importRoster: {
    needs: "change the roster",
    form: ({ section }) => ({ section, text: "name,email\nNina Roth,nina@example.invalid" }),
  },
  changeSection: {
    needs: "change the section",
    form: ({ section }) => ({ section, title: "Learning", term: "", timeZone: "UTC", admission: "closed" }),
  },
  renewSectionCode: { needs: "change the section", form: ({ section }) => ({ section }) },
  changeRole: {
    needs: "change the roster",
    form: ({ section, classmate }) => ({ section, member: classmate, role: "student" }),
  },
  createAssignment: {
    needs: "change assignments",
    form: ({ section }) => ({ section, key: randomUUID(), title: "Sheet 9", mode: "homework" }),
  },
  changeAssignment: {
    once: true,
    needs: "change assignments",
    form: ({ draft }) => ({
      ...{ assignment: draft, revision: "0", title: "Final", instructions: "", opens: "", due: "", lateUntil: "" },
      ...{ latePerDay: "10", lateMost: "50", minutes: "90", navigation: "any order", shuffle: "yes", variants: "own" },
      ...{ feedback: "on release", solutions: "on release", hints: "no", tries: "1", tryPenalty: "0" },
      ...{ freshOnRetry: "no", carried: "100", entry: "" },
    }),
  },
  copyAssignment: {
    needs: "change assignments",
    form: ({ draft, section }) => ({ assignment: draft, section, key: randomUUID() }),
  },
  addItem: {
    needs: "change assignments",
    form: ({ draft }) => ({ assignment: draft, exercise: "calculus/power-rule", level: "1" }),
  },
  changePart: {
    needs: "change assignments",
    form: ({ draft, draftPart }) => ({ assignment: draft, part: draftPart, points: "3" }),
  },
  movePart: {
    needs: "change assignments",
    form: ({ draft, draftPart }) => ({ assignment: draft, part: draftPart, way: "up" }),
  },
  changeItemTerms: {
    needs: "change assignments",
    form: ({ draft, draftItem }) => ({ assignment: draft, item: draftItem }),
  },
  checkItemTerms: { needs: "see drafts", form: ({ draft, draftItem }) => ({ assignment: draft, item: draftItem }) },
  joinParts: {
    once: true,
    needs: "change assignments",
    form: ({ draft, draftPart }) => ({ assignment: draft, part: draftPart }),
  },
  splitItem: {
    once: true,
    needs: "change assignments",
    form: ({ draft, draftItem }) => ({ assignment: draft, item: draftItem }),
  },
  removeItem: {
    once: true,
    needs: "change assignments",
    form: ({ draft, draftItem }) => ({ assignment: draft, item: draftItem }),
  },
  changeGrading: { needs: "change the grading", form: ({ section }) => ({ section, ...grading }) },
  accommodate: {
    needs: "accommodate students",
    form: ({ section, homework, classmate }) => ({
      ...{ section, assignment: homework, moreTime: "", extraDays: "2", opens: "", due: "", lateUntil: "" },
      ...{ excused: "no", note: "", [`student-${classmate}`]: "yes" },
    }),
  },
  endAccommodation: {
    needs: "accommodate students",
    form: ({ section }) => ({ section, id: "01890000-0000-7000-8000-000000000000" }),
  },
  overrideScore: {
    once: true,
    needs: "grade work",
    form: ({ submission }) => ({ submission, after: "1", score: "50", reason: "A test." }),
  },
  takeBackOverride: { needs: "grade work", form: ({ submission }) => ({ submission, after: "2" }) },
  setScore: {
    needs: "grade work",
    form: ({ homework, classmate }) => ({
      ...{
        assignment: homework,
        enrollment: classmate,
        position: "",
        key: randomUUID(),
        score: "50",
        reason: "A test.",
      },
    }),
  },
  clearScore: {
    needs: "grade work",
    form: ({ homework, classmate }) => ({
      ...{ assignment: homework, enrollment: classmate, position: "", key: randomUUID() },
    }),
  },
  commentOnWork: {
    needs: "grade work",
    form: ({ homework, classmate }) => ({
      ...{ assignment: homework, enrollment: classmate, position: "", key: randomUUID(), says: "A test." },
    }),
  },
  awardScore: {
    told: "closed",
    needs: "grade work",
    form: ({ homework, homeworkItem }) => ({
      ...{ assignment: homework, item: homeworkItem, group: "right", seen: "old", score: "100", reason: "A test." },
    }),
  },
  markBroken: {
    needs: "regrade work",
    form: ({ homework, homeworkItem }) => ({
      ...{ assignment: homework, item: homeworkItem, variant: "", policy: "full", reason: "A test." },
    }),
  },
  takeBackBroken: {
    needs: "regrade work",
    form: ({ homework }) => ({ assignment: homework, fault: "01890000-0000-7000-8000-000000000000" }),
  },
  applyRegrade: {
    needs: "regrade work",
    form: ({ homework, homeworkItem }) => ({
      ...{ assignment: homework, item: homeworkItem, keep: "yes", hash: "0".repeat(64), reason: "A test." },
    }),
  },
  previewAssignment: {
    needs: "try assignments",
    form: ({ section, homework }) => ({ section, assignment: homework }),
  },
  drawPapers: { needs: "try assignments", form: ({ homework }) => ({ assignment: homework, versions: "1" }) },
  startAssignment: {
    needs: "take assignments",
    form: ({ section, homework }) => ({ section, assignment: homework, password: "" }),
  },
  publishAssignment: { needs: "change assignments", form: ({ draft }) => ({ assignment: draft }) },
  unpublishAssignment: { needs: "change assignments", form: ({ draft }) => ({ assignment: draft }) },
  releaseAssignment: { needs: "release grades", form: ({ exam }) => ({ assignment: exam }) },
  removeAssignment: {
    once: true,
    needs: "change assignments",
    form: ({ section, draft }) => ({ section, assignment: draft }),
  },
  removeMember: {
    once: true,
    needs: "change the roster",
    form: ({ section, classmate }) => ({ section, member: classmate }),
  },
  handOverSection: {
    told: "invalid",
    once: true,
    needs: "hand it over",
    form: ({ section, classmate }) => ({ section, member: classmate }),
  },
  archiveSection: { needs: "archive", form: ({ section }) => ({ section, archived: "false" }) },
  leaveSection: { once: true, needs: "leave", form: ({ section }) => ({ section }) },
  removeDemo: { once: true, needs: "archive", form: ({ section }) => ({ section }) },
};

/** What only whoever it belongs to may do, with the attempt of the student. */
export const ownersActions: Readonly<
  Record<string, (attempt: { id: string; section: string; assignment: string }) => Record<string, string>>
> = {
  handInAssignment: ({ id, section, assignment }) => ({ section, assignment, attempt: id }),
  nextRound: ({ id }) => ({ attempt: id, position: "1" }),
  leaveItem: ({ id }) => ({ attempt: id, position: "1" }),
};

/** What acts on nothing but what is one’s own, or on nothing of anybody’s: only who may call it at all is asked. */
export const ownActions = [
  ...["changeMail", "changeName", "changePassword", "changePreferences", "createSection", "deleteAccount"],
  ...["drawVariant", "finishDrill", "finishPlacement", "flagItem", "handInQuiz", "joinSection"],
  ...["makeDemo", "makeQuiz", "nextDrillItem", "nextPlacementItem", "reopenVariant"],
  ...["signIn", "signOut", "signOutEverywhere", "signUp", "startDrill", "startPlacement", "startQuiz", "takeQuiz"],
] as const;

/** The names of the actions there are, by the files they stand in. */
export function actionsThatAre(): Map<string, { file: string; takesState: boolean }> {
  const files = readdirSync("app/_actions").filter((file) => file.endsWith(".ts"));
  return new Map(
    files.flatMap((file) =>
      [...readFileSync(`app/_actions/${file}`, "utf8").matchAll(/^export async function (\w+)\(([^)]*)\)/gm)].map(
        ([, name = "", parameters = ""]) =>
          [name, { file: `app/_actions/${file}`, takesState: parameters.includes(",") }] as const,
      ),
    ),
  );
}

const manifestSchema = z.object({
  node: z.record(z.string(), z.object({ filename: z.string().optional(), exportedName: z.string().optional() })),
});

/** By name, the id by which the built app knows an action. */
export function idsOfActions(): Map<string, string> {
  const manifest: unknown = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8"));
  const { node } = manifestSchema.parse(manifest);
  return new Map(Object.entries(node).flatMap(([id, { exportedName }]) => (exportedName ? [[exportedName, id]] : [])));
}
