/** The linter is what keeps the folders apart: each row of the import table is violated on purpose, and must be caught. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What each part may import, and what it may not. */
const table: Record<string, { may: string[]; mayNot: string[] }> = {
  "lib/math": {
    may: ["./vector.ts", "#lib/math/vector.ts"],
    mayNot: [
      "zod",
      "node:fs",
      "#lib/exercise/rng.ts",
      "../exercise/rng.ts",
      "./../exercise/rng.ts",
      "../../cli/lock.mjs",
    ],
  },
  "lib/expression": {
    may: ["./text.ts", "#lib/math/vector.ts"],
    mayNot: ["zod", "#lib/exercise/rng.ts", "#lib/grading/judge.ts", "#lib/db/client.ts", "../env.ts"],
  },
  "lib/exercise": {
    may: ["./rng.ts", "#lib/math/vector.ts", "#lib/expression/text.ts", "zod", "seedrandom"],
    mayNot: [
      "#lib/grading/judge.ts",
      "#lib/course/registry.ts",
      "#exercises/a/b.ts",
      "#lib/db/client.ts",
      "fraction.js",
      "react",
    ],
  },
  "lib/grading": {
    may: ["./judge.ts", "./kinds/table.ts", "#lib/exercise/rng.ts", "#lib/expression/text.ts", "#lib/math/vector.ts"],
    mayNot: [
      "#lib/course/registry.ts",
      "#lib/db/client.ts",
      "#exercises/a/b.ts",
      "#lib/mastery/a.ts",
      "../db/client.ts",
      "node:fs",
    ],
  },
  "lib/grading/kinds": {
    may: ["./table.ts", "../reading.ts", "#lib/exercise/kinds.ts"],
    mayNot: ["#lib/course/registry.ts", "../../course/registry.ts", "react"],
  },
  "lib/mastery": {
    may: ["./a.ts", "#lib/exercise/skills.ts", "#lib/math/normal.ts", "ts-fsrs", "zod"],
    mayNot: [
      "#lib/grading/judge.ts",
      "#lib/expression/text.ts",
      "#lib/db/client.ts",
      "#lib/course/registry.ts",
      "../db/client.ts",
      "react",
    ],
  },
  "lib/tutorial": {
    may: ["./idea.ts", "#lib/math/vector.ts", "#lib/exercise/skills.ts", "#lib/exercise/tutorial.ts"],
    mayNot: [
      "#lib/exercise/evaluate.ts",
      "#lib/course/registry.ts",
      "#exercises/a/b.ts",
      "#lib/db/client.ts",
      "zod",
      "react",
    ],
  },
  "exercises/topic": {
    may: ["#lib/exercise/exercise.ts", "#lib/expression/text.ts", "#lib/math/vector.ts", "zod", "fraction.js"],
    mayNot: [
      "./other.ts",
      "#exercises/topic/other.ts",
      "#lib/grading/judge.ts",
      "#lib/course/registry.ts",
      "react",
      "../../lib/db/client.ts",
    ],
  },
  "lib/db": {
    may: [
      "./open.ts",
      "./generated/client.ts",
      "#lib/env.ts",
      "#lib/log.ts",
      "#cli/lock.mjs",
      "@prisma/adapter-pg",
      "pg",
    ],
    mayNot: [
      "#lib/course/registry.ts",
      "#lib/auth/actor.ts",
      "#lib/exercise/rng.ts",
      "#cli/serve.mjs",
      "next-auth",
      "react",
    ],
  },
  "lib/auth": {
    may: ["./actor.ts", "#lib/db/client.ts", "#lib/env.ts", "next-auth", "next-auth/jwt", "@node-rs/argon2"],
    mayNot: [
      "#lib/course/registry.ts",
      "#lib/grading/judge.ts",
      "#exercises/a/b.ts",
      "@prisma/client",
      "#app/page.tsx",
    ],
  },
  "lib/mail": {
    may: ["./letter.ts", "#lib/db/client.ts", "#lib/env.ts", "nodemailer", "pg-boss", "zod"],
    mayNot: [
      "#lib/course/registry.ts",
      "#lib/auth/actor.ts",
      "#lib/db/generated/client.ts",
      "../course/mail/due.ts",
      "react",
    ],
  },
  "lib/course": {
    may: ["./registry.ts", "#lib/db/client.ts", "#lib/auth/actor.ts", "#lib/grading/judge.ts", "zod"],
    mayNot: [
      "#exercises/a/b.ts",
      "#app/page.tsx",
      "#components/ui/button.ts",
      "../../exercises/a/b.ts",
      "#cli/lock.mjs",
    ],
  },
  components: {
    may: [
      "./ui/button.ts",
      "#components/ui/button.ts",
      "#lib/exercise/public.ts",
      "#lib/expression/text.ts",
      "#lib/grading/kinds/table.ts",
      "react",
    ],
    mayNot: [
      "#lib/course/registry.ts",
      "#lib/db/client.ts",
      "#lib/grading/judge.ts",
      "#lib/exercise/evaluate.ts",
      "#exercises/a/b.ts",
      "#app/page.tsx",
      "../lib/db/client.ts",
      "server-only",
    ],
  },
  app: {
    may: [
      "./_components/a.tsx",
      "#lib/course/registry.ts",
      "#lib/auth/actor.ts",
      "#lib/math/vector.ts",
      "#lib/tutorial/lessons.ts",
      "#components/ui/button.ts",
      "next/link",
    ],
    mayNot: [
      "#lib/db/client.ts",
      "#exercises/a/b.ts",
      "@prisma/client",
      "#lib/grading/judge.ts",
      "#lib/exercise/evaluate.ts",
      "../lib/db/client.ts",
      "#cli/lock.mjs",
    ],
  },
};

/** Other rules: a file that breaks each, and one beside it that does not. */
const clockOrChance = (line: string) => ({ file: "lib/grading", line, rule: "plugin" });
const others: { file: string; line: string; rule: string; clean?: boolean }[] = [
  ...["lib/math", "lib/expression", "lib/exercise", "lib/mastery", "exercises/topic"].map((folder) => ({
    ...clockOrChance("export const x = Math.random();"),
    file: folder,
  })),
  clockOrChance("export const x = Date.now();"),
  clockOrChance("export const x = new Date();"),
  clockOrChance('export const x = Math["random"]();'),
  clockOrChance("export const dice = Math.random;"),
  { ...clockOrChance("export const x = new Date(0);"), clean: true },
  { file: "lib/course", line: "export const x = Date.now();", rule: "plugin", clean: true },
  { file: "lib/course", line: "export const x = (y: unknown) => y as string;", rule: "plugin" },
  { file: "lib/course", line: "export const x = (y: unknown) => <string>y;", rule: "plugin" },
  { file: "lib/course", line: "export const x = [1, 2] as const;", rule: "plugin", clean: true },
  { file: "lib/course", line: "export const x = (y: any) => y;", rule: "lint/suspicious/noExplicitAny" },
  { file: "lib/course", line: 'export const x = import.meta.glob("../*/*.ts");', rule: "plugin" },
  { file: "lib/course", line: 'export * from "./registry.ts";', rule: "lint/performance/noReExportAll" },
  { file: "lib/course", line: 'console.log("hello");', rule: "lint/suspicious/noConsole" },
  { file: "app", line: 'export async function act() {\n  "use server";\n}', rule: "plugin" },
  { file: "app", line: 'export const act = async () => {\n  "use server";\n};', rule: "plugin" },
  { file: "app", line: '"use server";\n\nexport async function act() {}', rule: "plugin" },
  { file: "app/_actions", line: 'export async function act() {\n  "use server";\n}', rule: "plugin" },
  { file: "app/_actions", line: '"use server";\n\nexport async function act() {}', rule: "plugin", clean: true },
];

const imports = Object.entries(table).flatMap(([part, { may, mayNot }]) => [
  ...may.map((from) => ({ part, from, clean: true })),
  ...mayNot.map((from) => ({ part, from, clean: false })),
]);

const reportSchema = z.object({
  diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })),
});

describe("the linter", () => {
  let folder = "";
  let found = new Map<string, Set<string>>();

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "chainrule-lint-"));
    for (const name of ["biome.json", "biome", "package.json"])
      cpSync(join(root, name), join(folder, name), { recursive: true });
    for (const [i, { part, from }] of imports.entries()) {
      write(
        `${part}/import-${i}.ts`,
        `import { x } from "${from}";

x();
`,
      );
    }
    for (const [i, { file, line }] of others.entries())
      write(
        `${file}/other-${i}.ts`,
        `${line}
`,
      );
    write("lib/course/one.ts", 'import { b } from "./two.ts";\n\nexport const a = () => b();\n');
    write("lib/course/two.ts", 'import { a } from "#lib/course/one.ts";\n\nexport const b = () => a();\n');
    found = lint(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const rulesOf = (file: string) => [...(found.get(file) ?? [])];

  it.each(imports.map((row, i) => ({ ...row, i, verb: row.clean ? "lets" : "does not let" })))(
    "$verb $part import $from",
    ({ part, clean, i }) => {
      const rules = rulesOf(`${part}/import-${i}.ts`);
      if (clean) expect(rules).not.toContain("lint/style/noRestrictedImports");
      else expect(rules).toContain("lint/style/noRestrictedImports");
    },
  );

  it.each(others.map((row, i) => ({ ...row, i, verb: row.clean ? "lets pass" : "catches" })))(
    "$verb in $file: $line",
    ({ file, rule, clean, i }) => {
      const rules = rulesOf(`${file}/other-${i}.ts`);
      if (clean) expect(rules).not.toContain(rule);
      else expect(rules).toContain(rule);
    },
  );

  it("catches a cycle of imports, also through a subpath import", () => {
    expect(rulesOf("lib/course/one.ts")).toContain("lint/suspicious/noImportCycles");
  });

  it("has a row for every part that the table of the design names", () => {
    expect(Object.keys(table).length).toBeGreaterThanOrEqual(11);
  });
});

/** The rules that each file breaks. */
function lint(folder: string): Map<string, Set<string>> {
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const args = [biome, "lint", "--vcs-enabled=false", "--max-diagnostics=none", "--reporter=json", "."];
  let output: string;
  try {
    output = execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    // It found something, as it must.
    output = z.object({ stdout: z.string() }).parse(error).stdout;
  }
  const rules = new Map<string, Set<string>>();
  for (const { category, location } of reportSchema.parse(JSON.parse(output)).diagnostics)
    rules.set(location.path, (rules.get(location.path) ?? new Set()).add(category));
  return rules;
}
