import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { access } from "#lib/course/access.ts";
import { allows } from "#lib/course/admit.ts";

/** Files below a folder, by their paths from the project's root. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path.replaceAll("\\", "/")}`);

const text = (file: string): string => readFileSync(file, "utf8");
const rows = Object.keys(access);

/** The address of a page or route handler; groups in parentheses are no part of it. */
const addressOf = (file: string): string =>
  file
    .replace(/^app/, "")
    .replace(/\/(page|route)\.tsx?$/, "")
    .replaceAll(/\/\([^)]*\)/g, "") || "/";

const pages = filesIn("app").filter((file) => /\/page\.tsx?$/.test(file));
const routes = filesIn("app").filter((file) => /\/route\.tsx?$/.test(file));
const actionFiles = filesIn("app/_actions").filter((file) => file.endsWith(".ts"));

const methods = /\b(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/g;
const handlers = routes.flatMap((file) => {
  const exported =
    text(file)
      .match(/^export .*$/gm)
      ?.join("\n")
      .match(methods) ?? [];
  return [...new Set(exported)].map((method) => ({ file, name: `${method} ${addressOf(file)}` }));
});
const actions = actionFiles.flatMap((file) =>
  [...text(file).matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map(([, name]) => ({
    file,
    name: `action ${name}`,
  })),
);

const manifestSchema = z.object({
  node: z.record(z.string(), z.object({ filename: z.string().optional(), exportedName: z.string().optional() })),
});

describe("the table of access rules", () => {
  it("has a row for every page, route handler and server action, and no other", () => {
    const found = [
      ...pages.map((file) => `page ${addressOf(file)}`),
      ...[...handlers, ...actions].map(({ name }) => name),
    ];
    expect(found.sort()).toEqual([...rows].sort());
  });

  it.each([...handlers, ...actions].filter(({ name }) => !name.includes("nextauth")))(
    "is asked under its own name by $name",
    ({ file, name }) => {
      expect(text(file)).toContain(`name: "${name}"`);
    },
  );

  it("misses no server action outside of app/_actions", () => {
    const marked = ["app", "components", "lib"]
      .flatMap(filesIn)
      .filter((file) => /\.tsx?$/.test(file) && /["']use server["']/.test(text(file)));
    expect(marked.sort()).toEqual(actionFiles.sort());
  });

  const manifest = ".next/server/server-reference-manifest.json";
  it.skipIf(!existsSync(manifest))("has every server action that the build lists", () => {
    const { node } = manifestSchema.parse(JSON.parse(text(manifest)));
    const built = Object.values(node).map(({ exportedName }) => `action ${exportedName}`);
    expect(built.filter((name) => !rows.includes(name))).toEqual([]);
  });

  it.each([
    ["public", true, true, true],
    ["anyone", true, true, true],
    ["learner", false, true, true],
    ["user", false, false, true],
  ] as const)("lets in by %s: nobody in particular %s, a guest %s, a user %s", (who, anonymous, guest, user) => {
    expect(allows({ who }, { kind: "anonymous" })).toBe(anonymous);
    expect(allows({ who }, { kind: "guest", id: "g", known: false })).toBe(guest);
    expect(allows({ who }, { kind: "user", id: "u", email: "e", name: null })).toBe(user);
  });
});
