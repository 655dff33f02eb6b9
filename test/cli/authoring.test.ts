/** The commands for authors: JSON that programs can rely on, and nothing else beside it on stdout. */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { nearest } from "#cli/nearest.ts";
import { table } from "#cli/table.ts";
import { sheetOf } from "#cli/variant-sheet.ts";
import { catalogue } from "#lib/course/registry.ts";
import { levels } from "#lib/exercise/exercise.ts";
import { kindSpecSchema } from "#lib/exercise/kinds.ts";
import { drawVariant } from "#lib/exercise/variant.ts";
import { type Ran, runTool } from "./spawn.ts";

const level = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const cell = z.union([z.number(), z.string()]);
const value = z.union([cell, z.array(cell), z.array(z.array(cell))]);
const asked = z.strictObject({
  step: z.string(),
  words: z.string(),
  kind: z.string(),
  rule: z.string(),
  spec: kindSpecSchema,
});
const malrule = z.strictObject({ id: z.string(), at: z.string(), value, says: z.string() });
const sheet = z.strictObject({
  id: z.string(),
  version: z.int().positive(),
  title: z.string(),
  level,
  seed: z.string(),
  params: z.record(z.string(), z.json()),
  prompt: z.string().min(1),
  asked: z.array(asked).min(1),
});
const answered = asked.extend({ reference: value, window: z.array(z.number()), malrules: z.array(malrule) });
const sheetWithAnswers = sheet.extend({ asked: z.array(answered).min(1), effort: z.number().positive() });

const id = "backpropagation/neuron";
const expectOneLine = ({ code, stdout, stderr }: Ran, says: RegExp) => {
  expect(stderr).toMatch(says);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(stdout).toBe("");
  expect(code).toBe(1);
};

describe("npm run exercise", () => {
  it("prints a variant as JSON without its answers", async () => {
    const { stdout, code } = await runTool("cli/exercise.ts", id, "--level", "2", "--seed", "7", "--json");
    expect(code).toBe(0);
    expect(sheet.parse(JSON.parse(stdout))).toMatchObject({ id, level: 2, seed: "7" });
  });

  it("prints the tutorial's own example with its answers", async () => {
    const { stdout } = await runTool("cli/exercise.ts", id, "--example", "36", "--answers", "--json");
    const printed = sheetWithAnswers.parse(JSON.parse(stdout));
    expect(printed.params).toEqual({ x: 2, y: 1, w: 0.5, b: 0.1, rate: 0.1 });
    expect(printed.asked[0]?.reference).toBeCloseTo(0.51872, 5);
  });

  it("prints text to read, with the malrules where they are asked for", async () => {
    const [plain, answers] = await Promise.all([
      runTool("cli/exercise.ts", id),
      runTool("cli/exercise.ts", id, "--answers"),
    ]);
    expect(plain.stdout).toContain("level 1, seed 1");
    expect(plain.stdout).not.toContain("reference");
    expect(answers.stdout).toContain("z/bias-dropped");
  });

  it.each([
    [["neuron"], /^There is no exercise "neuron"\. Nearest: backpropagation\/neuron/],
    [[], /^give the id of one exercise\. Usage:/],
    [[id, "--level", "4"], /^--level: must be 1, 2 or 3\. Usage:/],
    [[id, "--seed", "a b"], /^--seed: must be 1 to 64 letters, digits, - or _\. Usage:/],
    [[id, "--sede", "1"], /^Unknown option '--sede'\. Usage:/],
    [[id, "--example", "99"], /^backpropagation\/neuron has no example "99"; it has: 36\.$/m],
    [[id, "--example", "36", "--level", "2"], /^--example has its own level and numbers\. Usage:/],
  ])("refuses %j in one line", async (args, says) => {
    expectOneLine(await runTool("cli/exercise.ts", ...args), says);
  });

  it.each(catalogue.map((exercise) => [exercise.id, exercise] as const))("has a sheet for %s", (_, exercise) => {
    for (const level of levels) {
      const variant = drawVariant(exercise, level, "sheet");
      expect(sheet.parse(JSON.parse(JSON.stringify(sheetOf(exercise, variant, false)))).level).toBe(level);
      const { asked } = sheetWithAnswers.parse(JSON.parse(JSON.stringify(sheetOf(exercise, variant, true))));
      expect(asked.map(({ step }) => step)).toEqual(exercise.asks[level]);
    }
  });
});

describe("npm run catalogue", () => {
  const row = z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
    version: z.int().positive(),
    topic: z.string(),
    title: z.string().min(1),
    summary: z.string().min(1),
    skills: z.array(z.string()).min(1),
    levels: z.array(level).min(1),
    section: z.string(),
    examples: z.array(z.int()),
    practice: z.array(z.int()),
  });

  it("prints every exercise as JSON", async () => {
    const { stdout } = await runTool("cli/catalogue.ts", "--json");
    const rows = z.array(row).parse(JSON.parse(stdout));
    expect(rows.map((exercise) => exercise.id)).toEqual(catalogue.map((exercise) => exercise.id));
    for (const { id, topic } of rows) expect(id.startsWith(`${topic}/`)).toBe(true);
  });

  it("prints a table otherwise, and refuses arguments", async () => {
    const [plain, wrong] = await Promise.all([runTool("cli/catalogue.ts"), runTool("cli/catalogue.ts", "all")]);
    for (const exercise of catalogue) expect(plain.stdout).toContain(exercise.id);
    expectOneLine(wrong, /^takes no arguments but --json\. Usage:/);
  });
});

describe("the nearest names", () => {
  const names = ["backpropagation/neuron", "activations/softmax", "probability/bayes-spam"];
  it.each([
    ["backpropagation/neurom", "backpropagation/neuron"],
    ["neuron", "backpropagation/neuron"],
    ["sofmax", "activations/softmax"],
    ["bayes", "probability/bayes-spam"],
  ])("to %s begin with %s", (name, first) => {
    expect(nearest(name, names)[0]).toBe(first);
  });
});

describe("a table", () => {
  it("puts numbers right and text left", () => {
    expect(
      table(
        ["name", "n"],
        [
          ["a", 1],
          ["long", 200],
        ],
      ),
    ).toBe("name    n\n────  ───\na       1\nlong  200");
  });
});

describe("npm run new:exercise", () => {
  it.each([
    [[], /^give the id of the new exercise\. Usage: npm run new:exercise/],
    [["power-rule"], /^"power-rule" is no id\. It is a topic, a slash and a slug/],
    [["calculs/x"], /^There is no topic "calculs"\. Nearest: calculus/],
    [["calculus/Power_Rule"], /^"Power_Rule" is no slug/],
    [["calculus/../x"], /is no id/],
    [["calculus/power-rule"], /is there already; nothing was changed/],
  ])("refuses %j in one line, and writes nothing", async (args, says) => {
    expectOneLine(await runTool("cli/new-exercise.ts", ...args), says);
  });
});

describe("npm run verify", () => {
  it("proves an exercise over many seeds, and tells its nearest malrule", async () => {
    const { stdout, code } = await runTool("cli/verify.ts", "--exercise", id, "--seeds", "30");
    expect(stdout).toContain("1 exercises, 90 variants");
    expect(stdout).toMatch(/The smallest margin: [1-9]\d*\.\d\d times the least distance/);
    expect(stdout).toContain("All hold.");
    expect(code).toBe(0);
  });

  it.each([
    [["--exercise", "neuron"], /^There is no exercise "neuron"\. Nearest: backpropagation\/neuron/],
    [["--seeds", "many"], /^--seeds: must be a number/],
  ])("refuses %j in one line", async (args, says) => {
    expectOneLine(await runTool("cli/verify.ts", ...args), says);
  });
});
