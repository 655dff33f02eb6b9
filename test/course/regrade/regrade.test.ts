import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { AssignmentConfig } from "#lib/course/assignment/config.ts";
import { handInAssignment } from "#lib/course/assignment/hand-in.ts";
import { startPreview } from "#lib/course/assignment/start.ts";
import { saveDraft } from "#lib/course/draft.ts";
import { applyRegrade } from "#lib/course/regrade/apply.ts";
import { applySchema, changeSchema, whole } from "#lib/course/regrade/form.ts";
import { readPastRegrades } from "#lib/course/regrade/past.ts";
import { planRegrade } from "#lib/course/regrade/plan.ts";
import { submitAnswer } from "#lib/course/submit.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { receiptSchema } from "#lib/grading/receipt.ts";
import { databases, openTestDatabase, type TestDatabase } from "../../db/harness.ts";
import { answer, begin, gradeOf, neuronAssignment, newClass, type Student, variantsOf } from "../assignment/class.ts";
import { neuron } from "../people.ts";

vi.stubEnv("LOG_LEVEL", "silent");

/**
 * The second version takes the bias off: z = 0.5·2 − 0.1 = 0.9, a = 1/(1 + e^-0.9) = 0.71095, L = (a − 1)² = 0.083550.
 */
const subtracted = { z: "0.9", a: "0.711", L: "0.0836" };
vi.mock("#lib/course/registry.ts", async (original) => {
  const real = await original<typeof import("#lib/course/registry.ts")>();
  const first = real.findVersion("backpropagation/neuron", 1);
  if (!first) throw new Error("the neuron is gone");
  const second = {
    ...first,
    version: 2,
    schema: first.schema.refine((params) => z.object({ x: z.number() }).parse(params).x < 10),
    steps: first.steps.map((step) =>
      step.name === "z" ? { ...step, value: ({ w, x, b }: { w: number; x: number; b: number }) => w * x - b } : step,
    ),
  };
  return {
    ...real,
    released: [...real.released, second],
    findVersion: (id: string, version: number) =>
      id === second.id && version === 2 ? second : real.findVersion(id, version),
  };
});

/** z is 2 % off, 1.122 in place of 1.1; the rest is right. */
const near = { ...neuron.right, z: "1.122" };

describe.each(databases)("regrading on %s", (name) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(name);
  });
  afterAll(async () => await database.close());

  async function sheet(config: Partial<AssignmentConfig> = {}, students = 2) {
    const group = await newClass(students);
    const assignment = await neuronAssignment(group.sectionId, { config });
    const { id: item, partId } = await db().assignmentItem.findFirstOrThrow({
      where: { part: { assignmentId: assignment } },
    });
    const [anna, otto] = group.students;
    if (!anna || !otto) throw new Error("nobody is there");
    const form = (fields: Record<string, string>) => changeSchema.parse({ assignment, item, ...fields });
    const dry = async (fields: Record<string, string>, actor = group.instructor.actor) => {
      const plan = await planRegrade(actor, form(fields));
      if ("errors" in plan) throw new Error(JSON.stringify(plan.errors));
      return plan.dry;
    };
    const apply = async (fields: Record<string, string>, hash: string, actor = group.instructor.actor) =>
      await applyRegrade(
        actor,
        applySchema.parse({ assignment, item, ...fields, hash, reason: "Rounded too strictly." }),
      );
    const regrade = async (fields: Record<string, string>) => await apply(fields, (await dry(fields)).hash);
    return { ...group, anna, otto, assignment, item, partId, form, dry, apply, regrade };
  }

  /** Begins and answers; gives the id of the variant. */
  async function given(student: Student, assignment: string, ...raws: Record<string, string>[]): Promise<string> {
    const { variants } = await begin(student, assignment);
    const [variant = ""] = variants;
    for (const raw of raws) await answer(student, variant, raw);
    return variant;
  }

  const pointsOf = async (assignment: string, student: Student) => (await gradeOf(assignment, student))?.points;
  const stateOf = async (id: string) => (await db().variant.findUniqueOrThrow({ where: { id } })).state;
  const receiptsOf = async (variantId: string) =>
    await db().receipt.findMany({
      where: { submission: { variantId } },
      orderBy: [{ submission: { sequence: "asc" } }, { sequence: "asc" }],
    });

  const fivePercent = { "rule-z": "percent", "size-z": "5" };
  const sixDigits = { "rule-a": "digits", "size-a": "6" };

  it("finds an answer right within 5 % that was 2 % off and wrong to three digits", async () => {
    const { assignment, anna, otto, dry, apply, instructor } = await sheet();
    const variant = await given(anna, assignment, near);
    await given(otto, assignment, neuron.right);
    expect(await pointsOf(assignment, anna)).toBeCloseTo(10 * (2 / 3));
    const run = await dry(fivePercent);
    expect(run).toMatchObject({ answers: 2, up: 1, down: 0, kept: 0, same: 0, overridden: 0, failures: [] });
    expect(run.says).toEqual([expect.stringContaining("within 5 %")]);
    expect(run.students).toHaveLength(1);
    expect(run.students[0]).toMatchObject({
      enrollmentId: anna.enrollmentId,
      item: { before: { points: expect.closeTo(20 / 3), possible: 10 }, after: { points: 10, possible: 10 } },
      total: { before: { points: expect.closeTo(20 / 3), possible: 10 }, after: { points: 10, possible: 10 } },
      answers: [
        {
          number: 1,
          kept: false,
          before: { verdict: "partly", score: expect.closeTo(2 / 3) },
          after: { verdict: "right", score: 1 },
          steps: [{ raw: "1.122", before: { verdict: "wrong", score: 0 }, after: { verdict: "right", score: 1 } }],
        },
      ],
    });
    expect(await receiptsOf(variant)).toHaveLength(1);

    const [first] = await receiptsOf(variant);
    expect(await apply(fivePercent, run.hash)).toMatchObject({ outcome: "applied" });
    expect(await pointsOf(assignment, anna)).toBe(10);
    expect(await pointsOf(assignment, otto)).toBe(10);
    const [kept, appended, ...more] = await receiptsOf(variant);
    expect(more).toEqual([]);
    expect(kept).toEqual(first);
    expect(appended).toMatchObject({
      sequence: 2,
      verdict: "right",
      score: 1,
      countsAsTry: true,
      exerciseVersion: 1,
      graderVersion: 2,
      byUserId: null,
      reason: "Rounded too strictly.",
    });
    expect(await readPastRegrades(instructor.actor, assignment)).toMatchObject([
      { changed: 1, up: 1, down: 0, kept: 0, reason: "Rounded too strictly.", says: run.says },
    ]);
  });

  it("judges later answers by the new terms, also where nobody’s score changed", async () => {
    const { assignment, anna, otto, regrade } = await sheet();
    const variant = await given(anna, assignment, neuron.wrong);
    expect(await regrade(fivePercent)).toMatchObject({ outcome: "applied" });
    await answer(anna, variant, near);
    await given(otto, assignment, near);
    expect(await pointsOf(assignment, anna)).toBe(10);
    expect(await pointsOf(assignment, otto)).toBe(10);
    expect(await db().assignment.findUniqueOrThrow({ where: { id: assignment } })).toMatchObject({ revision: 1 });
  });

  it("weighs the parts anew: with z three fifths of it, what was two thirds is two fifths", async () => {
    const { assignment, anna, dry, apply } = await sheet();
    await given(anna, assignment, near);
    const weights = { "weight-z": "3", "weight-a": "1", "weight-L": "1", keep: "no" };
    const run = await dry(weights);
    expect(run).toMatchObject({ up: 0, down: 1, says: ["weights 3 : 1 : 1 (were 1 : 1 : 1)"] });
    expect(await apply(weights, run.hash)).toMatchObject({ outcome: "applied" });
    expect(await pointsOf(assignment, anna)).toBeCloseTo(4);
  });

  it("leaves what was earned where an answer would earn less, unless told otherwise", async () => {
    const { assignment, anna, otto, dry, apply } = await sheet();
    const variant = await given(anna, assignment, neuron.right);
    await given(otto, assignment, neuron.wrong);
    const run = await dry(sixDigits);
    expect(run).toMatchObject({ answers: 2, up: 0, down: 0, kept: 1 });
    expect(run.students).toMatchObject([
      { total: { before: { points: 10 }, after: { points: 10 } }, answers: [{ kept: true, before: { score: 1 } }] },
    ]);
    expect(await apply(sixDigits, run.hash)).toMatchObject({ outcome: "applied" });
    expect(await pointsOf(assignment, anna)).toBe(10);
    expect(await receiptsOf(variant)).toHaveLength(1);

    const lower = { ...sixDigits, keep: "no" };
    const again = await dry(lower);
    expect(again).toMatchObject({ down: 1, kept: 0, says: [] });
    expect(await apply(lower, again.hash)).toMatchObject({ outcome: "applied" });
    expect(await pointsOf(assignment, anna)).toBeLessThan(10);
  });

  it("takes hints off again, as it did when the answer was given", async () => {
    const { assignment, anna, regrade } = await sheet();
    const { variants } = await begin(anna, assignment);
    const [variant = ""] = variants;
    await db().reveal.create({ data: { variantId: variant, userId: anna.actor.id, kind: "hint", index: 0 } });
    await answer(anna, variant, near);
    await regrade(fivePercent);
    // One hint takes a tenth.
    expect(await pointsOf(assignment, anna)).toBeCloseTo(9);
  });

  it("leaves what a person has set, and previews", async () => {
    const { assignment, anna, otto, instructor, dry, regrade } = await sheet();
    const variant = await given(anna, assignment, near);
    const { attemptId } = await startPreview(instructor.actor, assignment);
    const [tried = ""] = await variantsOf(attemptId);
    await answer(instructor, tried, near);
    await given(otto, assignment, near);
    const [first] = await receiptsOf(variant);
    if (!first) throw new Error("nothing was stored");
    const { id: _, createdAt: __, receipt, ...row } = first;
    await db().receipt.create({
      data: {
        ...row,
        receipt: receipt ?? {},
        sequence: 2,
        score: 0.25,
        reason: "Copied",
        byUserId: instructor.actor.id,
      },
    });
    const run = await dry(fivePercent);
    expect(run).toMatchObject({ answers: 2, up: 1, overridden: 1 });
    expect(run.students.map(({ enrollmentId }) => enrollmentId)).toEqual([otto.enrollmentId]);
    await regrade(fivePercent);
    expect(await pointsOf(assignment, anna)).toBe(2.5);
    expect(await receiptsOf(variant)).toHaveLength(2);
    expect(await receiptsOf(tried)).toHaveLength(1);
  });

  it("counts a part as blank again that could not be read when it was handed in, and keeps its text", async () => {
    const blind = { feedback: "after due", solutions: "after due", tries: 1, hints: false } as const;
    const { assignment, anna, regrade } = await sheet(blind);
    const { attemptId, variants } = await begin(anna, assignment);
    const [variant = ""] = variants;
    // a is 2 % off.
    await saveDraft(anna.actor, { variantId: variant, raw: { z: "1..1", a: "0.765", L: "0.06237" } });
    await handInAssignment(anna.actor, attemptId);
    expect(await pointsOf(assignment, anna)).toBeCloseTo(10 / 3);
    await regrade({ "rule-a": "percent", "size-a": "5" });
    expect(await pointsOf(assignment, anna)).toBeCloseTo(20 / 3);
    const [first, second] = (await receiptsOf(variant)).map(({ receipt }) => receiptSchema.parse(receipt));
    expect(second?.steps[0]).toMatchObject({ step: "z", raw: "1..1", verdict: "blank", score: 0 });
    expect(second?.steps[0]?.feedback).toEqual(first?.steps[0]?.feedback);
    expect(await stateOf(variant)).toBe("done");
  });

  it("has nothing to do with a draft", async () => {
    const { assignment, form, instructor } = await sheet();
    await db().assignment.update({ where: { id: assignment }, data: { publishedAt: null } });
    await expect(planRegrade(instructor.actor, form(fivePercent))).rejects.toMatchObject({ kind: "invalid" });
  });

  it("changes what a carried value earns in all items, and the points of a part", async () => {
    const { assignment, partId, anna, otto, dry, apply } = await sheet();
    // z is wrong; a and L are right from there: two thirds, and at half the credit one third.
    await given(anna, assignment, neuron.biasDropped);
    await given(otto, assignment, neuron.right);
    const fields = { item: whole, carried: "50", [`points-${partId}`]: "6", keep: "no" };
    const run = await dry(fields);
    expect(run.says).toEqual(["carried forward: 50 % (was 100 %)", "points of part 1: 6 (was 10)"]);
    expect(run).toMatchObject({ down: 1, up: 0 });
    const totals = Object.fromEntries(run.students.map(({ enrollmentId, total }) => [enrollmentId, total.after]));
    expect(totals).toEqual({
      [anna.enrollmentId]: { points: expect.closeTo(2), possible: 6 },
      [otto.enrollmentId]: { points: 6, possible: 6 },
    });
    expect(await apply(fields, run.hash)).toMatchObject({ outcome: "applied" });
    expect(await gradeOf(assignment, anna)).toMatchObject({ points: expect.closeTo(2), possible: 6 });
    expect(await gradeOf(assignment, otto)).toMatchObject({ points: 6, possible: 6 });
    const { config } = await db().assignment.findUniqueOrThrow({ where: { id: assignment } });
    expect(config).toMatchObject({ carried: 0.5 });
  });

  it("is not applied where an answer came since, and once where it is applied twice", async () => {
    const { assignment, anna, otto, dry, apply } = await sheet();
    const variant = await given(anna, assignment, near);
    const { hash } = await dry(fivePercent);
    await given(otto, assignment, near);
    expect(await apply(fivePercent, hash)).toEqual({ outcome: "stale" });
    expect(await receiptsOf(variant)).toHaveLength(1);
    const now = await dry(fivePercent);
    const both = await Promise.all([apply(fivePercent, now.hash), apply(fivePercent, now.hash)]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["already applied", "applied"]);
    expect(await apply(fivePercent, now.hash)).toMatchObject({ outcome: "already applied" });
    expect(await receiptsOf(variant)).toHaveLength(2);
    const done = await dry(fivePercent);
    expect(done).toMatchObject({ says: [], students: [] });
    expect(await apply(fivePercent, done.hash)).toEqual({ outcome: "nothing to do" });
  });

  it("is there for who may regrade, and for nobody else", async () => {
    const { form, assistant, students, owner, dry, apply } = await sheet();
    const other = await newClass(1);
    for (const { actor } of [assistant, students[0], other.owner].flatMap((one) => one ?? [])) {
      await expect(planRegrade(actor, form(fivePercent))).rejects.toMatchObject({ kind: "not-found" });
      await expect(apply(fivePercent, "0".repeat(64), actor)).rejects.toMatchObject({ kind: "not-found" });
      await expect(readPastRegrades(actor, form({}).assignment)).rejects.toMatchObject({ kind: "not-found" });
    }
    expect(await dry(fivePercent, owner.actor)).toMatchObject({ answers: 0 });
  });

  it("says at its field what cannot be meant", async () => {
    const { form, instructor, partId } = await sheet();
    const wrong = async (fields: Record<string, string>) => {
      const plan = await planRegrade(instructor.actor, form(fields));
      return "errors" in plan ? Object.keys(plan.errors) : [];
    };
    expect(await wrong({ "rule-z": "percent", "size-z": "much" })).toEqual(["size-z"]);
    expect(await wrong({ version: "3" })).toEqual(["version"]);
    expect(await wrong({ item: whole, carried: "101", [`points-${partId}`]: "-1" })).toEqual([
      "carried",
      `points-${partId}`,
    ]);
  });

  describe("while an attempt runs", () => {
    it("closes a variant whose answer becomes right", async () => {
      const { assignment, anna, regrade } = await sheet();
      const variant = await given(anna, assignment, near);
      expect(await stateOf(variant)).toBe("open");
      await regrade(fivePercent);
      expect(await stateOf(variant)).toBe("done");
    });

    it("opens one whose answer is not right any more while a try is left, and full credit can be earned", async () => {
      const { assignment, anna, regrade } = await sheet({ tries: 2 });
      const variant = await given(anna, assignment, neuron.right);
      expect(await stateOf(variant)).toBe("done");
      await regrade({ ...sixDigits, keep: "no" });
      expect(await stateOf(variant)).toBe("open");
      // a = 0.750260105…
      await answer(anna, variant, { ...neuron.right, a: "0.750260" });
      expect(await stateOf(variant)).toBe("done");
      expect(await pointsOf(assignment, anna)).toBe(10);
    });

    it.each([
      ["its tries are used up", { tries: 1 }],
      ["its solution was there to read", { solutions: "when settled" as const }],
      ["another try takes another variant", { freshOnRetry: true }],
    ])("leaves it closed where %s", async (_, config) => {
      const { assignment, anna, regrade } = await sheet(config);
      const variant = await given(anna, assignment, neuron.right);
      await regrade({ ...sixDigits, keep: "no" });
      expect(await stateOf(variant)).toBe("done");
    });

    it("leaves it closed where the attempt is over", async () => {
      const { assignment, anna, regrade } = await sheet();
      const variant = await given(anna, assignment, neuron.right);
      await db().attempt.updateMany({ where: { assignmentId: assignment }, data: { finishedAt: new Date() } });
      await regrade({ ...sixDigits, keep: "no" });
      expect(await stateOf(variant)).toBe("done");
    });
  });

  describe("onto another version of the exercise", () => {
    it("judges stored and later answers of old variants by it, and draws new ones from it", async () => {
      const { assignment, item, anna, otto, dry, apply } = await sheet();
      const variant = await given(anna, assignment, subtracted);
      const before = (await pointsOf(assignment, anna)) ?? 0;
      expect(before).toBeLessThan(10);
      const run = await dry({ version: "2" });
      expect(run).toMatchObject({ up: 1, says: ["version 2 (was 1)"] });
      expect(await apply({ version: "2" }, run.hash)).toMatchObject({ outcome: "applied" });
      expect(await pointsOf(assignment, anna)).toBe(10);
      expect((await receiptsOf(variant)).map(({ exerciseVersion }) => exerciseVersion)).toEqual([1, 2]);
      expect(await db().assignmentItem.findUniqueOrThrow({ where: { id: item } })).toMatchObject({ version: 2 });
      const fresh = await given(otto, assignment, subtracted);
      expect(await db().variant.findUniqueOrThrow({ where: { id: fresh } })).toMatchObject({ version: 2 });
      expect(await pointsOf(assignment, otto)).toBe(10);
    });

    it("judges an open variant of the old version by the new one from then on", async () => {
      const { assignment, anna, regrade } = await sheet();
      const variant = await given(anna, assignment, neuron.wrong);
      await regrade({ version: "2" });
      expect(await stateOf(variant)).toBe("open");
      const end = await submitAnswer(anna.actor, { key: crypto.randomUUID(), variantId: variant, raw: subtracted });
      expect(end).toMatchObject({ outcome: "judged", submission: { receipt: { verdict: "right", version: 2 } } });
      expect(await db().variant.findUniqueOrThrow({ where: { id: variant } })).toMatchObject({ version: 1 });
    });

    it("lists what cannot be judged again, which keeps its score and is judged by its own version", async () => {
      const { assignment, item, anna, form, instructor, regrade, dry } = await sheet();
      await db().assignmentItem.update({ where: { id: item }, data: { params: { ...neuron.params, x: 20 } } });
      const variant = await given(anna, assignment, neuron.wrong);
      // Where all have the same numbers, a version that does not take them is none to choose.
      expect(await planRegrade(instructor.actor, form({ version: "2" }))).toMatchObject({
        errors: { version: expect.stringContaining("fit") },
      });
      await db().assignmentItem.update({ where: { id: item }, data: { seed: null, params: Prisma.DbNull } });
      const run = await dry({ version: "2" });
      expect(run.failures).toEqual([{ name: expect.any(String), why: "The parameters do not fit version 2." }]);
      expect(run.students).toEqual([]);
      expect(await regrade({ version: "2" })).toMatchObject({ outcome: "applied" });
      expect(await receiptsOf(variant)).toHaveLength(1);
      expect(await answer(anna, variant, { ...neuron.wrong, z: "10.1" })).toMatchObject({
        submission: { receipt: { version: 1, steps: [{ step: "z", verdict: "right" }, {}, {}] } },
      });
    });
  });
});
