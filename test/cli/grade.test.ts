/** `npm run -s grade`: one verdict for each line, in order, whatever the lines hold. */
import { type ChildProcess, spawn } from "node:child_process";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { root } from "./spawn.ts";

const gradedSchema = z.strictObject({
  verdict: z.enum(["right", "wrong", "imprecise", "unreadable"]),
  score: z.number().min(0).max(1),
  readAs: z.string(),
  reason: z.string().min(10),
});
type Graded = z.infer<typeof gradedSchema>;

const start = (): ChildProcess => spawn(process.execPath, ["cli/run.mjs", "cli/grade.ts"], { cwd: root });

/** What the command prints for a text, cut into chunks of so many bytes. */
async function outputOf(
  text: string,
  chunk = 65_536,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = start();
  const said = { stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (part: string) => {
    said.stdout += part;
  });
  child.stderr?.setEncoding("utf8").on("data", (part: string) => {
    said.stderr += part;
  });
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += chunk) child.stdin?.write(bytes.subarray(at, at + chunk));
  child.stdin?.end();
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, ...said };
}

async function grade(lines: readonly unknown[], chunk?: number): Promise<Graded[]> {
  const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  const { code, stdout, stderr } = await outputOf(`${text}\n`, chunk);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.endsWith("\n")).toBe(true);
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => gradedSchema.parse(JSON.parse(line)));
}

const formula = (reference: string, typed: string, variables: string[] | null = null, domain?: unknown) => ({
  kind: "expression",
  rule: { equivalent: { variables, ...(domain === undefined ? {} : { domain }) } },
  reference,
  typed,
});

describe("npm run -s grade", () => {
  it("prints the keys in the order verdict, score, readAs, reason", async () => {
    const { stdout } = await outputOf('{"kind":"number","reference":"1/8","typed":"0.125"}');
    expect(stdout).toMatch(/^\{"verdict":"right","score":1,"readAs":"0\.125","reason":"[^"]+"\}\n$/);
  });

  it("judges every kind by its rule, or by the kind's default where none is given", async () => {
    const rows: readonly (readonly [unknown, Graded["verdict"]])[] = [
      [{ kind: "number", rule: { digits: 3 }, reference: "0.12/0.127", typed: "0.945" }, "right"],
      [{ kind: "number", reference: "0.12/0.127", typed: "0.945" }, "right"],
      [{ kind: "number", reference: "0.12/0.127", typed: "0.94" }, "imprecise"],
      [{ kind: "number", reference: "0.12/0.127", typed: "0.944" }, "wrong"],
      [{ kind: "number", reference: "sqrt(2)", typed: "1.41" }, "right"],
      [{ kind: "number", rule: { within: { abs: 0, rel: 0.05 } }, reference: "1", typed: "1.05" }, "right"],
      [{ kind: "number", rule: { within: { abs: 0, rel: 0.05 } }, reference: "1", typed: "1.0501" }, "wrong"],
      [{ kind: "number", rule: { within: { abs: 0, rel: 0.05 } }, reference: "0", typed: "1e-9" }, "wrong"],
      [{ kind: "number", rule: { decimals: 2 }, reference: "3.14159", typed: "3.14" }, "right"],
      [{ kind: "number", rule: { exact: true }, reference: "2/3", typed: "4/6" }, "right"],
      [{ kind: "number", rule: { exact: true }, reference: "2/3", typed: "0.667" }, "wrong"],
      [{ kind: "number", rule: null, reference: "0.5", typed: "0,5" }, "unreadable"],
      [{ kind: "integer", reference: "42", typed: "6*7" }, "right"],
      [{ kind: "integer", rule: { exact: true }, reference: "42", typed: "42.5" }, "wrong"],
      [{ kind: "fraction", reference: "2/3", typed: "4/6" }, "right"],
      [{ kind: "fraction", reference: "2/3", typed: "3/4" }, "wrong"],
      [{ kind: "vector", reference: "[1, -2, 3.5]", typed: "1 -2 7/2" }, "right"],
      [{ kind: "vector", rule: { exact: true }, reference: "[1, 2]", typed: "[1, 2.001]" }, "wrong"],
      [{ kind: "matrix", reference: "[1 2; 3 4]", typed: "[[1, 2], [3, 4]]" }, "right"],
      [{ kind: "matrix", reference: "[1 2; 3 4]", typed: "[[1, 3], [2, 4]]" }, "wrong"],
      [{ kind: "shape", reference: "100x3", typed: "(100, 3)" }, "right"],
      [{ kind: "shape", reference: "undefined", typed: "100x3" }, "wrong"],
      [{ kind: "shape", reference: "n x p", typed: "n×p" }, "right"],
      [{ kind: "shape", reference: "n x p", typed: "p×n" }, "wrong"],
      [{ kind: "shape", reference: "n by 3", typed: "(n, 3)" }, "right"],
      [{ kind: "shape", reference: "n x p", typed: "b x y" }, "unreadable"],
      [{ kind: "set", reference: "{1, 2}", typed: "{2, 1}" }, "right"],
      [{ kind: "set", reference: "{1, 2}", typed: "{1, 3}" }, "wrong"],
      [formula("x^2+2x+1", "(x+1)^2", ["x"]), "right"],
      [formula("x^2+2x+1", "(x+1)^2 + 0.001x", ["x"]), "wrong"],
      [formula("x^2", "1/2x", ["x"]), "unreadable"],
      [formula("ln(x^2)", "2 ln x", ["x"], { x: [0, null] }), "right"],
      [{ ...formula("[2x, 8y]", "[x+x, 8*y]", ["x", "y"]), kind: "vector" }, "right"],
      [{ ...formula("[2x, 8y]", "[8y, 2x]", ["x", "y"]), kind: "vector" }, "wrong"],
    ];
    const graded = await grade(rows.map(([line]) => line));
    expect(graded.map(({ verdict }, i) => [rows[i]?.[0], verdict])).toEqual(rows);
    expect(graded.map(({ score }) => score)).toEqual(graded.map(({ verdict }) => (verdict === "right" ? 1 : 0)));
  });

  it("finds the variables where it is given none: single letters and Greek names, in the reference and typed", async () => {
    const rows: readonly (readonly [string, string, Graded["verdict"]])[] = [
      ["sin x", "sin(x)", "right"],
      ["x e^x", "xe^x", "right"],
      ["ax+by", "by + x*a", "right"],
      ["3x1 + 2x2", "2x_2 + 3x_1", "right"],
      ["3x1 + 2x2", "2x_1 + 3x_2", "wrong"],
      ["2x10^-3", "0.002", "right"],
      ["(t-μ)/σ", "(t-mu)/sigma", "right"],
      ["σ(x)", "1/(1+e^(-x))", "right"],
      ["λ e^(-λ t)", "\\lambda e^{-\\lambda t}", "right"],
      ["x^2", "y^2", "wrong"],
      ["x^2", "constructor", "unreadable"],
      ["pi r^2", "π r²", "right"],
    ];
    const graded = await grade(rows.map(([reference, typed]) => formula(reference, typed)));
    expect(graded.map(({ verdict }, i) => [rows[i]?.[0], rows[i]?.[1], verdict])).toEqual(rows);
  });

  it("says in the reason what was met, missed, or could not be read", async () => {
    const graded = await grade([
      { kind: "number", reference: "0.12/0.127", typed: "0.945" },
      { kind: "number", reference: "0.12/0.127", typed: "-0.945" },
      { kind: "number", reference: "0.12/0.127", typed: "0.94" },
      { kind: "number", reference: "0.5", typed: "0,5" },
      formula("x^2", "1/2x"),
    ]);
    expect(graded.map(({ reason }) => reason)).toEqual([
      expect.stringContaining("3 significant digits, from 0.9444 to 0.9453"),
      expect.stringContaining("sign"),
      expect.stringContaining("give 3 significant digits"),
      expect.stringContaining("0.5"),
      expect.stringMatching(/^ambiguous: .*1\/2\*x or 1\/\(2\*x\)/),
    ]);
  });

  it("gives every bad line one of its own, with its number, and goes on", async () => {
    const bad: readonly (readonly [unknown, RegExp])[] = [
      ["", /empty/],
      ["   ", /empty/],
      ["{", /not JSON/],
      ["null", /must be an object/],
      ["[]", /must be an object/],
      ['"text"', /must be an object/],
      [{}, /kind: must be one of/],
      [{ kind: "colour", reference: "1", typed: "1" }, /kind: must be one of/],
      [{ kind: "__proto__", reference: "1", typed: "1" }, /kind: must be one of/],
      [{ kind: "number", typed: "1" }, /reference: must be text/],
      [{ kind: "number", reference: 1, typed: "1" }, /reference: must be text/],
      [{ kind: "number", reference: "1" }, /typed: must be text/],
      [{ kind: "number", rule: "exact", reference: "1", typed: "1" }, /rule: must be an object/],
      [{ kind: "number", rule: {}, reference: "1", typed: "1" }, /exactly one of/],
      [{ kind: "number", rule: { digits: 3, decimals: 2 }, reference: "1", typed: "1" }, /exactly one of/],
      [{ kind: "number", rule: { digits: 0 }, reference: "1", typed: "1" }, /digits/],
      [{ kind: "number", rule: { within: { abs: -1, rel: 0 } }, reference: "1", typed: "1" }, /abs/],
      [{ kind: "number", rule: { equivalent: { variables: ["x"] } }, reference: "x", typed: "x" }, /expression has/],
      [{ kind: "integer", rule: { digits: 3 }, reference: "1", typed: "1" }, /compared exactly/],
      [{ kind: "expression", rule: { digits: 3 }, reference: "x", typed: "x" }, /equivalent/],
      [formula("x", "x", ["2x"]), /name such as x/],
      [formula("x", "x", ["x"], { x: [1, 1] }), /must not be empty/],
      [formula("x", "x", ["x"], { x: 3 }), /two numbers/],
      [formula("x+", "x"), /reference cannot be used/],
      [formula("1/2x", "x"), /reference cannot be used.* or /],
      [{ kind: "number", reference: "1/0", typed: "1" }, /reference cannot be used/],
      [{ kind: "number", reference: "1e-400", typed: "0" }, /smaller than any number/],
      [{ kind: "number", reference: "1".repeat(2_000_000), typed: "1" }, /longer than/],
      ['{"__proto__": {"kind": "number"}, "constructor": 1}', /kind: must be one of/],
      ["\u0000\ufffd", /not JSON/],
    ];
    const good = { kind: "number", reference: "2", typed: "2" };
    const graded = await grade(bad.flatMap(([line]) => [line, good]));
    expect(graded).toHaveLength(2 * bad.length);
    for (const [i, { verdict, score, readAs, reason }] of graded.entries()) {
      const [, says] = bad[Math.floor(i / 2)] ?? [];
      if (i % 2 === 1) expect(verdict).toBe("right");
      else {
        expect({ verdict, score, readAs }).toEqual({ verdict: "unreadable", score: 0, readAs: "" });
        expect(reason).toMatch(new RegExp(`^line ${i + 1}: `));
        expect(reason).toMatch(says ?? /never/);
      }
    }
  });

  it("takes characters apart from lines, wherever a chunk ends and whatever a line holds", async () => {
    const lines = [
      { kind: "number", reference: "2", typed: "２\u2028" },
      { kind: "number", reference: "π", typed: "π" },
      '{"kind":"number","reference":"1","typed":"1"}\r',
      '{"kind":"matrix","reference":"1 2\\n3 4","typed":"[1 2; 3 4]"}',
    ];
    expect((await grade(lines, 3)).map(({ verdict }) => verdict)).toEqual(["right", "right", "right", "right"]);
    const { stdout } = await outputOf('\ufeff{"kind":"number","reference":"1","typed":"1"}');
    expect(stdout.split("\n")).toEqual([expect.stringContaining("right"), ""]);
    expect(await outputOf("")).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it("keeps the order of many lines", async () => {
    const many = Array.from({ length: 5000 }, (_, i) => ({
      kind: "integer",
      reference: `${i}`,
      typed: `${i + (i % 2)}`,
    }));
    const graded = await grade(many);
    expect(graded.map(({ readAs }) => readAs)).toEqual(many.map(({ typed }) => typed));
    expect(graded.every(({ verdict }, i) => verdict === (i % 2 === 0 ? "right" : "wrong"))).toBe(true);
  });

  it("ends in silence when nobody reads on", async () => {
    const child = start();
    let stderr = "";
    child.stderr?.on("data", (part: Buffer) => {
      stderr += part.toString();
    });
    child.stdin?.on("error", () => {});
    child.stdout?.once("data", () => child.stdout?.destroy());
    const line = '{"kind":"integer","reference":"1","typed":"1"}\n';
    child.stdin?.write(line.repeat(20_000));
    child.stdin?.end();
    const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });
});
