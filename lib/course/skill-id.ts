import { z } from "zod";
import { type SkillId, skills } from "#lib/exercise/skills.ts";

/** The id of a skill as it stands in rows and addresses. */
export const skillIdSchema = z.custom<SkillId>((id) => isSkillId(id), "There is no such skill.");

export const isSkillId = (id: unknown): id is SkillId => typeof id === "string" && Object.hasOwn(skills, id);

/** Every skill in the order of the course. */
export const skillIds: readonly SkillId[] = Object.keys(skills).filter(isSkillId);
