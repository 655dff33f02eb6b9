/** A later start does again what is stale, and nothing else. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { digestOfSources, sources, whyStale } from "#cli/build.mjs";
import { causeOf, isStale } from "#cli/dependencies.mjs";
import { root } from "./spawn.ts";

describe("the installed packages", () => {
  const machine = { platform: "linux", arch: "x64" };
  const zod = { version: "4.6.7" };
  const cases = [
    {
      title: "all there",
      stale: false,
      locked: { "": {}, "node_modules/zod": zod },
      found: { "node_modules/zod": zod },
    },
    { title: "none there", stale: true, locked: { "node_modules/zod": zod }, found: {} },
    {
      title: "another version",
      stale: true,
      locked: { "node_modules/zod": zod },
      found: { "node_modules/zod": { version: "4.6.6" } },
    },
    {
      title: "an optional one missing",
      stale: false,
      locked: { "node_modules/a": { version: "1", optional: true } },
      found: {},
    },
    {
      title: "brought from another machine",
      stale: true,
      locked: {},
      found: { "node_modules/@next/swc-darwin-arm64": { version: "1", os: ["darwin"], cpu: ["arm64"] } },
    },
    {
      title: "binaries for this machine",
      stale: false,
      locked: {},
      found: { "node_modules/@next/swc-linux-x64": { version: "1", os: ["linux"], cpu: ["x64"] } },
    },
  ];

  it.each(cases)("are stale or not: $title", ({ locked, found, stale }) => {
    expect(isStale(locked, found, machine)).toBe(stale);
  });

  it.each([
    [
      "npm error code ENOTFOUND\nnpm error network request to https://registry.example/zod failed, reason: getaddrinfo ENOTFOUND registry.example\nnpm error network This is a problem related to network connectivity.\n",
      "network request to https://registry.example/zod failed, reason: getaddrinfo ENOTFOUND registry.example",
    ],
    [
      "npm error code ETARGET\nnpm error notarget No matching version found for zod@9.\n",
      "notarget No matching version found for zod@9.",
    ],
    ["spawn npm ENOENT", "spawn npm ENOENT"],
  ])("tell why they could not be installed: %#", (output, cause) => {
    expect(causeOf(output)).toBe(cause);
  });
});

describe("the build", () => {
  const folder = mkdtempSync(join(tmpdir(), "chainrule-sources-"));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("has a digest that changes with every source, and with nothing else", () => {
    write("app/page.tsx", "one");
    write("package-lock.json", "{}");
    const first = digestOfSources(folder);
    write("test/a.test.ts", "a test");
    write("README.md", "a paper");
    expect(digestOfSources(folder)).toBe(first);
    write("app/page.tsx", "two");
    const second = digestOfSources(folder);
    expect(second).not.toBe(first);
    write("app/new/page.tsx", "two");
    const third = digestOfSources(folder);
    expect(third).not.toBe(second);
    rmSync(join(folder, "app/new"), { recursive: true });
    expect(digestOfSources(folder)).toBe(second);
    write("package-lock.json", "{ }");
    expect(digestOfSources(folder)).not.toBe(second);
  });

  it.each([
    { title: "nothing has changed", built: { sources: "s", node: "v20", key: "k" }, key: "k", why: undefined },
    { title: "any key will do", built: { sources: "s", node: "v20", key: "k" }, key: undefined, why: undefined },
    { title: "never built", built: undefined, key: "k", why: "first build" },
    {
      title: "other sources",
      built: { sources: "t", node: "v20", key: "k" },
      key: "k",
      why: "the sources have changed",
    },
    { title: "another Node", built: { sources: "s", node: "v22", key: "k" }, key: "k", why: "Node has changed" },
    { title: "another key", built: { sources: "s", node: "v20", key: "l" }, key: "k", why: "the secrets have changed" },
  ])("is made anew or not: $title", ({ built, key, why }) => {
    expect(whyStale(built, { sources: "s", node: "v20" }, key)).toBe(why);
  });

  it("counts every command's module that the app imports among its sources", () => {
    const files = ["app", "components", "lib", "exercises"].flatMap((part) =>
      readdirSync(join(root, part), { recursive: true, encoding: "utf8" })
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => readFileSync(join(root, part, file), "utf8")),
    );
    const imported = new Set(
      files.flatMap((text) => [...text.matchAll(/from "#(cli\/[^"]+)"/g)].map((found) => found[1])),
    );
    expect(imported.size).toBeGreaterThan(0);
    for (const file of imported) expect(sources).toContain(file);
  });
});
