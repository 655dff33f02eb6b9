import { randomUUID } from "node:crypto";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { saveDraft } from "#lib/course/draft.ts";
import { exportCsv } from "#lib/course/export-csv.ts";
import { exportJson } from "#lib/course/export-json.ts";
import { reveal } from "#lib/course/reveal.ts";
import { announce } from "#lib/course/section/announcements.ts";
import { createSection } from "#lib/course/section/create.ts";
import { joinSection } from "#lib/course/section/join.ts";
import { importRoster } from "#lib/course/section/roster-import.ts";
import { changePreferences } from "#lib/course/settings.ts";
import { submitAnswer } from "#lib/course/submit.ts";
import { db } from "#lib/db/client.ts";
import { databases, openTestDatabase, type TestDatabase } from "../db/harness.ts";
import { giveNeuron, neuron, newGuest, newUser } from "./people.ts";

vi.stubEnv("LOG_LEVEL", "silent");

const receipt = z.object({ verdict: z.string(), score: z.number(), receipt: z.unknown() });
const file = z.object({
  profile: z.unknown(),
  preferences: z.unknown(),
  skills: z.array(z.unknown()),
  attempts: z.array(z.object({ kind: z.string() })),
  quizzes: z.array(z.unknown()),
  variants: z.array(
    z.object({ id: z.string(), prompt: z.string().nullable(), draft: z.unknown(), reveals: z.unknown() }),
  ),
  submissions: z.array(
    z.object({
      variant: z.string(),
      sequence: z.number(),
      raw: z.record(z.string(), z.string()),
      receipts: z.union([z.string(), z.array(receipt)]),
    }),
  ),
});

async function textOf(pieces: AsyncGenerator<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

const jsonOf = async (actor: Parameters<typeof exportJson>[0]) => {
  const text = await textOf(exportJson(actor));
  return { text, data: file.parse(JSON.parse(text)) };
};

const tableOf = async (actor: Parameters<typeof exportCsv>[0]) =>
  z
    .array(z.record(z.string(), z.string()))
    .parse(Papa.parse(await textOf(exportCsv(actor)), { header: true, skipEmptyLines: true }).data);

const answer = (actor: Awaited<ReturnType<typeof newUser>>, variantId: string, raw: Record<string, string>) =>
  submitAnswer(actor, { key: randomUUID(), variantId, raw, seconds: 42 });

/** The variant of Example 36 inside an attempt. */
async function giveInAttempt(userId: string, kind: "placement" | "quiz" | "drill", feedback = "at the end") {
  const quiz = { code: randomUUID(), title: "Q", config: { minutes: null, feedback } };
  const config = kind === "quiz" ? quiz.config : { length: 10 };
  const data = kind === "quiz" ? { quiz: { create: quiz } } : {};
  const attempt = await db().attempt.create({ data: { user: { connect: { id: userId } }, kind, config, ...data } });
  const { id } = await db().variant.create({
    data: {
      userId,
      exerciseId: neuron.exercise,
      version: 1,
      level: 1,
      number: 1,
      seed: "0".repeat(32),
      params: neuron.params,
      attemptId: attempt.id,
      position: 1,
    },
  });
  return { attemptId: attempt.id, variantId: id };
}

describe.each(databases)("one's own data on %s", { timeout: 60_000 }, (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 120_000);
  afterAll(() => database.close());

  it("holds the profile, the settings, and every variant with its prompt, answers, draft and reveals", async () => {
    const user = await newUser();
    await changePreferences(user, { dailyGoal: 7 });
    const variantId = await giveNeuron(user);
    await reveal(user, { variantId, kind: "hint", index: 0 });
    await answer(user, variantId, neuron.wrong);
    await saveDraft(user, { variantId, raw: { z: "1." } });
    const { data } = await jsonOf(user);
    expect(data.profile).toMatchObject({ kind: "user", email: user.email, name: null });
    expect(data.preferences).toMatchObject({ dailyGoal: 7 });
    expect(data.variants).toMatchObject([
      { id: variantId, draft: { raw: { z: "1." } }, reveals: [{ kind: "hint", index: 0 }] },
    ]);
    expect(data.variants[0]?.prompt).toMatch(/0\.5/);
    expect(data.submissions).toMatchObject([
      { variant: variantId, sequence: 1, raw: neuron.wrong, receipts: [{ verdict: "wrong", score: 0 }] },
    ]);
    expect(data.skills.length).toBeGreaterThan(0);
  });

  it("holds the sections one is in, with what the roster says, and what one has announced", async () => {
    const [owner, student] = [await newUser(), await newUser()];
    const key = randomUUID();
    const section = await createSection(owner, { key, title: "Machine learning", term: "Autumn", timeZone: "UTC" });
    await importRoster(owner, section, `name,email,id\nAda L,${student.email},0042`);
    await joinSection(student, (await db().section.findUniqueOrThrow({ where: { id: section } })).code);
    await announce(owner, { section, key, title: "Welcome", body: "On Tuesday." });
    const [mine, theirs] = [JSON.parse((await jsonOf(owner)).text), JSON.parse((await jsonOf(student)).text)];
    expect(mine).toMatchObject({
      sections: [{ role: "owner" }],
      announcements: [{ title: "Welcome", body: "On Tuesday." }],
    });
    expect(theirs).toMatchObject({
      sections: [{ id: section, role: "student", name: "Ada L", studentNumber: "0042" }],
      announcements: [],
    });
  });

  it("is of nobody else", async () => {
    const [mine, other] = [await newUser(), await newUser()];
    await answer(other, await giveNeuron(other), neuron.wrong);
    const { data } = await jsonOf(mine);
    expect([data.variants, data.submissions, data.skills]).toEqual([[], [], []]);
    expect(await tableOf(mine)).toEqual([]);
  });

  it("of an open variant holds no seed, no parameters, no reference and no interval; of a solved one the reference", async () => {
    const user = await newUser();
    const variantId = await giveNeuron(user);
    const { seed } = await db().variant.findUniqueOrThrow({ where: { id: variantId } });
    await answer(user, variantId, neuron.biasDropped);
    const open = await jsonOf(user);
    expect(open.text).not.toContain(seed);
    for (const kept of ["params", "seed", '"reference":', '"interval":', '"malrules":', '"bodyHash"', "0.7503"])
      expect(open.text).not.toContain(kept);

    await answer(user, variantId, neuron.right);
    const solved = await jsonOf(user);
    expect(solved.text).toContain('"reference":');
    expect(solved.text).not.toContain('"malrules":');
    expect(solved.text).not.toContain(seed);
  });

  it.each([
    ["placement", "at the end", false],
    ["quiz", "at the end", false],
    ["quiz", "at once", true],
    ["drill", "at the end", true],
  ] as const)(
    "of an unfinished %s with verdicts %s tells them: %s; of a finished one always",
    async (kind, when, told) => {
      const user = await newUser();
      const { attemptId, variantId } = await giveInAttempt(user.id, kind, when);
      const sends = kind !== "quiz" || when === "at once";
      if (sends) await answer(user, variantId, neuron.right);
      else await storeRight(user.id, variantId);
      const [during, table] = [await jsonOf(user), await tableOf(user)];
      expect(Array.isArray(during.data.submissions[0]?.receipts)).toBe(told);
      expect(during.text.includes('"verdict"')).toBe(told);
      expect(table).toMatchObject([
        {
          "drawn for": kind,
          verdict: told ? "right" : "",
          score: told ? "1" : "",
          "counts as try": told ? "true" : "",
        },
      ]);
      if (kind === "placement") expect(during.data.skills).toEqual([]);

      await db().attempt.update({ where: { id: attemptId }, data: { finishedAt: new Date() } });
      const after = await jsonOf(user);
      expect(after.data.submissions[0]?.receipts).toMatchObject([{ verdict: "right", score: 1 }]);
      expect(await tableOf(user)).toMatchObject([{ verdict: "right", score: "1" }]);
    },
  );

  it("as a table has a row for each answer, and no cell that a spreadsheet would calculate", async () => {
    const user = await newUser();
    const variantId = await giveNeuron(user);
    await answer(user, variantId, { z: "-3", a: "0.5", L: "1" });
    await answer(user, variantId, neuron.right);
    const rows = await tableOf(user);
    expect(rows).toMatchObject([
      {
        exercise: neuron.exercise,
        level: "1",
        variant: "1",
        "drawn for": "practice",
        answer: "1",
        typed: "z: -3; a: 0.5; L: 1",
        seconds: "42",
        verdict: "wrong",
      },
      { answer: "2", typed: "z: 1.1; a: 0.7503; L: 0.06237", verdict: "right", score: "1" },
    ]);
    for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });

  it("is whole where there is more than fits one page, each answer once and in order", async () => {
    const user = await newUser();
    const variantId = await giveNeuron(user);
    const count = 450;
    await db().submission.createMany({
      data: Array.from({ length: count }, (_, i) => ({
        key: randomUUID(),
        bodyHash: "0",
        userId: user.id,
        variantId,
        sequence: i + 1,
        raw: { z: `${i}` },
      })),
    });
    const { data } = await jsonOf(user);
    const expected = Array.from({ length: count }, (_, i) => i + 1);
    expect(data.submissions.map(({ sequence }) => sequence).sort((a, b) => a - b)).toEqual(expected);
    expect((await tableOf(user)).map((row) => Number(row.answer)).sort((a, b) => a - b)).toEqual(expected);
  });

  it("of a guest without a row is empty", async () => {
    const { data } = await jsonOf(newGuest());
    expect(data).toMatchObject({ profile: { kind: "guest", email: null }, variants: [], submissions: [] });
    expect(await tableOf(newGuest())).toEqual([]);
  });
});

/** What handing in stores: here without the rest of it. */
async function storeRight(userId: string, variantId: string): Promise<void> {
  const twin = await newUser();
  const practised = await giveNeuron(twin);
  await answer(twin, practised, neuron.right);
  const judged = await db().receipt.findFirstOrThrow({ where: { submission: { variantId: practised } } });
  const { id: submissionId } = await db().submission.create({
    data: { key: randomUUID(), bodyHash: "0", userId, variantId, sequence: 1, raw: neuron.right },
  });
  const stored = z.json().parse(judged.receipt) ?? {};
  const { sequence, verdict, score, countsAsTry, graderVersion, exerciseVersion } = judged;
  await db().receipt.create({
    data: { submissionId, receipt: stored, sequence, verdict, score, countsAsTry, graderVersion, exerciseVersion },
  });
}
