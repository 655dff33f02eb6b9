/**
 * Everything that can be asked of the site, asked by everybody: pages, handlers and actions are found by their files, and
 * each lets do what the table of rights says (lib/course/section/roles.ts), no more and no less. What a student gets never
 * holds another's data, a seed, or an answer before it may be told.
 */
import { randomUUID } from "node:crypto";
import { type APIRequestContext, type Browser, expect, request as newRequests, type Page } from "@playwright/test";
import type { Client } from "pg";
import { z } from "zod";
import { access } from "#lib/course/access.ts";
import { allows, type Permission, permits, type Role } from "#lib/course/section/roles.ts";
import {
  actionsThatAre,
  idsOfActions,
  ownActions,
  ownersActions,
  sectionActions,
  type Things,
} from "./rights/actions.ts";
import { addressOf, type Needs, type Places, pages, pagesThatAre } from "./rights/pages.ts";
import type { Server } from "./server.ts";
import { test } from "./sql.ts";

const password = "a long enough password";

/** Who asks, with their role in the section; null where they have none there. */
const kinds = {
  anonymous: null,
  guest: null,
  student: "student",
  "another section’s student": null,
  assistant: "assistant",
  instructor: "instructor",
  owner: "owner",
  "another section’s instructor": null,
} as const satisfies Record<string, Role | null>;
type Kind = keyof typeof kinds;
const kindNames = Object.keys(kinds).filter((name): name is Kind => name in kinds);
const isSignedIn = (kind: Kind): boolean => kind !== "anonymous" && kind !== "guest";
const may = (kind: Kind, needs: Permission): boolean => {
  const role = kinds[kind];
  return role !== null && allows(role, needs);
};

type Asker = Pick<APIRequestContext, "get" | "post" | "put">;
type People = Record<Kind, Asker>;

/** Somebody who brings no cookie, whatever they were given before. */
function anonymous(baseURL: string): Asker {
  const fresh = () => newRequests.newContext({ baseURL });
  return {
    get: async (...of) => await (await fresh()).get(...of),
    post: async (...of) => await (await fresh()).post(...of),
    put: async (...of) => await (await fresh()).put(...of),
  };
}

async function signUp(page: Page, email: string): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Real Person");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
}

async function newPage(browser: Browser, server: Server): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: server.url })).newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

/** A row of one text column. */
async function one(sql: Client, query: string, values: unknown[] = []): Promise<string> {
  const { rows } = await sql.query({ text: query, values, rowMode: "array" });
  return z.tuple([z.string()]).parse(rows[0], { reportInput: true })[0];
}

const all = async (sql: Client, query: string, values: unknown[] = []): Promise<string[]> => {
  const { rows } = await sql.query({ text: query, values, rowMode: "array" });
  return z
    .array(z.tuple([z.string().nullable()]))
    .parse(rows)
    .flatMap(([value]) => value ?? []);
};

/** One text for all rows of the database but those that count calls. */
async function digest(sql: Client): Promise<string> {
  const tables = await all(
    sql,
    "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'rate_limits' ORDER BY 1",
  );
  const parts: string[] = [];
  for (const table of tables)
    parts.push(
      `${table} ${await one(sql, `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM "${table}" t`)}`,
    );
  return parts.join("\n");
}

interface Answer {
  status: number;
  /** Why it was refused, in the word of lib/course/refusal.ts; undefined where it was not. */
  refused: string | undefined;
  text: string;
}

const ids = idsOfActions();
const actions = actionsThatAre();

/** Calls an action as its form would, and as anybody can who knows its id. */
async function call(
  request: Asker,
  server: Server,
  name: string,
  fields: Readonly<Record<string, string>>,
  origin = server.url,
): Promise<Answer> {
  // As React writes the arguments of an action: what they refer to first, and they themselves last.
  const multipart = new FormData();
  for (const [field, value] of Object.entries(fields)) multipart.append(`_1_${field}`, value);
  multipart.append("0", (actions.get(name)?.takesState ?? true) ? '[{},"$K1"]' : '["$K1"]');
  const response = await request.post(`${server.url}/sections`, {
    headers: { "next-action": ids.get(name) ?? "", accept: "text/x-component", origin },
    multipart,
    maxRedirects: 0,
    failOnStatusCode: false,
  });
  const text = await response.text();
  const to = response.headers()["x-action-redirect"] ?? "";
  return {
    status: response.status(),
    refused: /"refused":"([a-z-]+)"/.exec(text)?.[1] ?? /[?&]notice=([a-z-]+)/.exec(to)?.[1],
    text,
  };
}

const said = ({ refused, text }: Answer): string => refused ?? text.slice(0, 300);

/** Where nothing but warnings ever come back, none do. */
const isSilent = (name: string, { text }: Answer): boolean => name === "checkItemTerms" && !text.includes('"says"');

const isRefused = ({ refused }: Answer): boolean => refused === "not-found" || refused === "signed-out";

/** The demonstration, with somebody of each kind; the student is one of its forty, and has their work. */
async function everybody(
  browser: Browser,
  server: Server,
  sql: Client,
): Promise<{ people: People; section: string; student: string }> {
  const open = async (email: string) => {
    const page = await newPage(browser, server);
    await signUp(page, email);
    return page;
  };
  const address = () => `${randomUUID()}@example.org`;
  const owner = await open(address());
  expect(isRefused(await call(owner.request, server, "makeDemo", {}))).toBe(false);
  const section = await one(sql, "SELECT id::text FROM sections WHERE demo ORDER BY created_at DESC LIMIT 1");
  const join = async (role: Role, of: string): Promise<Page> => {
    const email = address();
    const page = await open(email);
    await sql.query(
      `INSERT INTO enrollments (id, section_id, user_id, role, joined_at)
       SELECT gen_random_uuid(), $1::uuid, id, $2::section_role, now() FROM users WHERE email = $3`,
      [of, role, email],
    );
    return page;
  };
  const other = randomUUID();
  await sql.query(
    "INSERT INTO sections (id, title, code, time_zone) VALUES ($1, 'Another section', 'zzzzzzzz', 'UTC')",
    [other],
  );
  // Somebody real takes the place of a simulated student who has done everything.
  const email = address();
  const first = await open(email);
  const student = await one(
    sql,
    `SELECT u.id::text FROM users u JOIN enrollments e ON e.user_id = u.id AND e.section_id = $1::uuid
     WHERE u.simulated AND 4 = (SELECT count(*) FROM attempts a WHERE a.user_id = u.id) ORDER BY u.name LIMIT 1`,
    [section],
  );
  await sql.query("UPDATE accounts SET user_id = $1::uuid WHERE user_id = (SELECT id FROM users WHERE email = $2)", [
    student,
    email,
  ]);
  await sql.query("UPDATE users SET email = 'gone@example.org' WHERE email = $1", [email]);
  await sql.query("UPDATE users SET email = $1, simulated = false WHERE id = $2::uuid", [email, student]);
  await first.close();
  const studentPage = await newPage(browser, server);
  await studentPage.goto("/sign-in");
  await studentPage.getByLabel("E-mail").fill(email);
  await studentPage.getByLabel("Password").fill(password);
  await studentPage.getByRole("button", { name: "Sign in" }).click();
  await expect(studentPage.getByRole("button", { name: "Sign out" })).toBeVisible();
  const guest = await newPage(browser, server);
  await guest.goto("/practice/calculus/power-rule?level=1");
  await guest.getByRole("button", { name: "Begin" }).click();
  await expect(guest.getByRole("form", { name: "Your answer" })).toBeVisible();
  return {
    section,
    student,
    people: {
      anonymous: anonymous(server.url),
      guest: guest.request,
      student: studentPage.request,
      "another section’s student": (await join("student", other)).request,
      assistant: (await join("assistant", section)).request,
      instructor: (await join("instructor", section)).request,
      owner: owner.request,
      "another section’s instructor": (await join("instructor", other)).request,
    },
  };
}

test("everything lets everybody do what the table of rights says, and tells a student nothing that is not theirs", async ({
  browser,
  server,
  sql,
}) => {
  test.setTimeout(240_000);
  const { people, section, student } = await everybody(browser, server, sql);
  const assignment = (title: string) =>
    one(sql, "SELECT id::text FROM assignments WHERE section_id = $1::uuid AND title LIKE $2", [section, title]);
  const [homework, exam, draft] = [
    await assignment("Sheet 2%"),
    await assignment("Midterm%"),
    await assignment("Final%"),
  ];
  const enrollment = await one(sql, "SELECT id::text FROM enrollments WHERE user_id = $1::uuid", [student]);
  const attemptAt = (id: string) =>
    one(sql, "SELECT id::text FROM attempts WHERE user_id = $1::uuid AND assignment_id = $2::uuid", [student, id]);

  await test.step("every page, action and handler has a row", () => {
    expect(Object.keys(pages).sort()).toEqual(pagesThatAre().sort());
    expect([...Object.keys(sectionActions), ...Object.keys(ownersActions), ...ownActions].sort()).toEqual(
      [...actions.keys()].sort(),
    );
    const used = [...Object.values(pages), ...Object.values(sectionActions)].map(({ needs }) => needs);
    const unused = Object.keys(permits).filter((permission) => !used.some((needs) => needs === permission));
    // Roles that are given need the first two, a handler the third, and the rest are parts of pages.
    expect(unused.sort()).toEqual([
      ...["appoint assistants", "appoint instructors", "export the gradebook", "see own work", "see the code"],
      ...["see the record", "see who teaches"],
    ]);
    const handlers = Object.keys(access).filter((name) => /^[A-Z]+ \/api/.test(name));
    expect(handlers.sort()).toEqual(handlersTold.toSorted());
  });

  const places: Places = { section, assignment: exam, enrollment, attempt: await attemptAt(exam) };
  await test.step("pages are there for those who may see them, and for nobody else", async () => {
    const wrong: string[] = [];
    for (const [name, page] of Object.entries(pages))
      for (const kind of kindNames) {
        const response = await people[kind].get(addressOf(page, places), { maxRedirects: 0, failOnStatusCode: false });
        const expected = expectedStatus(kind, page.needs, name);
        if (!expected.includes(response.status()))
          wrong.push(`${name} for ${kind}: ${response.status()}, not ${expected.join(" or ")}`);
      }
    expect(wrong).toEqual([]);
  });

  await test.step("handlers answer those who may ask, and nobody else", async () => {
    await handlersAnswer(people, section, sql, student);
  });

  const things: Things = {
    ...{ section, homework, exam, draft, enrollment },
    draftPart: await one(sql, "SELECT id::text FROM assignment_parts WHERE assignment_id = $1::uuid AND position = 2", [
      draft,
    ]),
    draftItem: await one(
      sql,
      `SELECT i.id::text FROM assignment_items i JOIN assignment_parts p ON p.id = i.part_id
       WHERE p.assignment_id = $1::uuid AND p.position = 3`,
      [draft],
    ),
    homeworkItem: await one(
      sql,
      `SELECT i.id::text FROM assignment_items i JOIN assignment_parts p ON p.id = i.part_id
       WHERE p.assignment_id = $1::uuid AND p.position = 1`,
      [homework],
    ),
    classmate: await one(
      sql,
      "SELECT id::text FROM enrollments WHERE section_id = $1::uuid AND role = 'student' AND id <> $2::uuid ORDER BY name LIMIT 1",
      [section, enrollment],
    ),
    submission: await one(
      sql,
      `SELECT s.id::text FROM submissions s JOIN variants v ON v.id = s.variant_id JOIN attempts a ON a.id = v.attempt_id
       WHERE a.assignment_id = $1::uuid AND s.user_id <> $2::uuid AND NOT EXISTS (
         SELECT 1 FROM receipts r WHERE r.submission_id = s.id AND r.sequence > 1) LIMIT 1`,
      [exam, student],
    ),
    announcement: await one(sql, "SELECT id::text FROM announcements WHERE section_id = $1::uuid", [section]),
  };

  await test.step("a student gets nothing of others, no seed, and no answer before it may be told", async () => {
    await studentLearnsNothing(people.student, people.owner, sql, { section, exam, student, enrollment });
  });

  await test.step("actions refuse those who may not, and change nothing", async () => {
    const before = await digest(sql);
    const wrong: string[] = [];
    // Everybody who comes without a cookie is a guest to an action, and so a learner.
    for (const name of actions.keys()) {
      const row = Object.entries(access).find(([one]) => one === `action ${name}`)?.[1];
      for (const kind of row?.who === "user" ? (["anonymous", "guest"] as const) : []) {
        const answer = await call(people[kind], server, name, sectionActions[name]?.form(things) ?? {});
        if (!isRefused(answer) && !isSilent(name, answer)) wrong.push(`${name} for ${kind}: ${said(answer)}`);
      }
    }
    const attempt = { id: await attemptAt(homework), section, assignment: homework };
    for (const [name, form] of Object.entries(ownersActions))
      for (const kind of kindNames.filter((one) => one !== "student")) {
        const answer = await call(people[kind], server, name, form(attempt));
        if (!isRefused(answer)) wrong.push(`${name} for ${kind}, of another’s attempt: ${said(answer)}`);
      }
    for (const [name, { needs, form }] of Object.entries(sectionActions))
      for (const kind of kindNames.filter((one) => isSignedIn(one) && !may(one, needs))) {
        const answer = await call(people[kind], server, name, form(things));
        if (answer.refused !== "not-found" && !isSilent(name, answer))
          wrong.push(`${name} for ${kind}: ${said(answer)}`);
      }
    const foreign = await call(
      people.owner,
      server,
      "announce",
      sectionActions.announce?.form(things) ?? {},
      "https://example.net",
    );
    if (foreign.status < 400 && foreign.refused !== "cross-site") wrong.push("announce from another site");
    expect(wrong).toEqual([]);
    expect(await digest(sql)).toBe(before);
  });

  await test.step("actions are open to all who may", async () => {
    const wrong: string[] = [];
    for (const [name, { needs, form, once, told }] of Object.entries(sectionActions)) {
      const permitted = kindNames.filter((kind) => may(kind, needs));
      // What goes by it goes by the one of them who has the least rights; of students there is one only.
      const least: Kind = permitted.find((kind) => kind !== "student") ?? "student";
      for (const kind of once ? [least] : permitted) {
        const answer = await call(people[kind], server, name, form(things));
        if (answer.status >= 400 || answer.refused !== told || /"errors":\{"/.test(answer.text))
          wrong.push(`${name} for ${kind}: ${answer.status}, ${said(answer)}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

const handlersTold = [
  "GET /api/health",
  "GET /api/auth/[...nextauth]",
  "POST /api/auth/[...nextauth]",
  "GET /api/me/export",
  "GET /api/sections/[id]/gradebook",
  "GET /api/unsubscribe/[token]",
  "POST /api/unsubscribe/[token]",
  "POST /api/variants/[id]/submissions",
  "PUT /api/variants/[id]/draft",
  "POST /api/variants/[id]/reveals",
];

/** Pages that ask for a session send to sign in, or say so in their place. */
function expectedStatus(kind: Kind, needs: Needs, name: string): number[] {
  if (needs === "nothing")
    return name === "/join/[code]" || name === "/settings/deleted" ? [200, 303, 307, 404] : [200, 307];
  if (needs === "own attempt") {
    if (!name.startsWith("/sections")) return [404, 307];
    // The student has theirs; who teaches may try it, and has not yet.
    return kind === "student" ? [200, 307] : kinds[kind] === null ? [404] : [200, 307, 404];
  }
  return may(kind, needs) ? [200] : [404];
}

async function handlersAnswer(people: People, section: string, sql: Client, student: string): Promise<void> {
  const wrong: string[] = [];
  const variant = await one(
    sql,
    `SELECT v.id::text FROM variants v JOIN attempts a ON a.id = v.attempt_id JOIN assignments g ON g.id = a.assignment_id
     WHERE v.user_id = $1::uuid AND g.title LIKE 'Sheet 2%' ORDER BY v.position LIMIT 1`,
    [student],
  );
  for (const kind of kindNames) {
    const request = people[kind];
    const status = async (response: Promise<{ status(): number }>) => (await response).status();
    const expected: [string, number, number[]][] = [
      [
        "gradebook",
        await status(request.get(`/api/sections/${section}/gradebook?format=csv`)),
        may(kind, "export the gradebook") ? [200] : isSignedIn(kind) ? [404] : [401],
      ],
      ["health", await status(request.get("/api/health")), [200]],
      ["export", await status(request.get("/api/me/export?format=json")), kind === "anonymous" ? [401] : [200]],
      ["unsubscribe", await status(request.get("/api/unsubscribe/aaaa", { maxRedirects: 0 })), [303, 307, 308, 404]],
    ];
    const key = randomUUID();
    const data = { key, raw: {} };
    if (kind !== "student") {
      const closed = kind === "anonymous" ? [401] : [404];
      expected.push(["submit", await status(request.post(`/api/variants/${variant}/submissions`, { data })), closed]);
      expected.push([
        "draft",
        await status(request.put(`/api/variants/${variant}/draft`, { data: { raw: {} } })),
        closed,
      ]);
      expected.push([
        "reveal",
        await status(request.post(`/api/variants/${variant}/reveals`, { data: { kind: "solution", index: 0 } })),
        closed,
      ]);
    }
    for (const [name, got, told] of expected)
      if (!told.includes(got)) wrong.push(`${name} for ${kind}: ${got}, not ${told}`);
  }
  expect(wrong).toEqual([]);
}

interface Own {
  section: string;
  exam: string;
  student: string;
  enrollment: string;
}

/** Joins the variants `v` of a section. */
const within = `JOIN attempts a ON a.id = v.attempt_id JOIN assignments g ON g.id = a.assignment_id
  WHERE g.section_id = $1::uuid`;

/** As JSON spells it, by itself, within a string, and in HTML. */
const spelled = (values: readonly string[]): string[] =>
  values.flatMap((value) => {
    const json = JSON.stringify(JSON.parse(value));
    return [json, JSON.stringify(json).slice(1, -1), json.replaceAll('"', "&quot;")];
  });

/** Every byte of what a student can open, searched for what is not theirs. */
async function studentLearnsNothing(request: Asker, owner: Asker, sql: Client, own: Own): Promise<void> {
  const { section, exam, student, enrollment } = own;
  const mine = await all(
    sql,
    "SELECT id::text FROM assignments WHERE section_id = $1::uuid AND published_at IS NOT NULL",
    [section],
  );
  const paths = [
    ...["/", "/progress", "/progress/history", "/settings", "/sections", `/sections/${section}`],
    ...[`/sections/${section}/assignments`, `/sections/${section}/grades`, "/api/me/export?format=json"],
    ...mine.flatMap((id) => {
      const base = `/sections/${section}/assignments/${id}`;
      return [base, `${base}/take/hand-in`, ...[1, 2, 3, 4, 5].map((item) => `${base}/take?item=${item}`)];
    }),
  ];
  const read = async (path: string, headers: Record<string, string> = {}) =>
    await (await request.get(path, { headers, failOnStatusCode: false })).text();
  const got = new Map<string, string>();
  for (const path of paths) got.set(path, (await read(path)) + (await read(path, { rsc: "1" })));
  const secrets = new Map<string, string[]>([
    [
      "another’s name",
      await all(
        sql,
        "SELECT name FROM enrollments WHERE section_id = $1::uuid AND id <> $2::uuid AND role = 'student'",
        [section, enrollment],
      ),
    ],
    [
      "another’s address",
      await all(sql, "SELECT email FROM enrollments WHERE section_id = $1::uuid AND id <> $2::uuid", [
        section,
        enrollment,
      ]),
    ],
    [
      "another’s number",
      await all(sql, "SELECT student_number FROM enrollments WHERE section_id = $1::uuid AND id <> $2::uuid", [
        section,
        enrollment,
      ]),
    ],
    ["a seed", await all(sql, `SELECT DISTINCT v.seed FROM variants v ${within}`, [section])],
    [
      "parameters",
      spelled(
        await all(sql, `SELECT DISTINCT v.params::text FROM variants v ${within} AND length(v.params::text) > 12`, [
          section,
        ]),
      ),
    ],
    ["another’s work", await all(sql, "SELECT id::text FROM attempts WHERE user_id <> $1::uuid", [student])],
    [
      "another’s comment",
      await all(
        sql,
        "SELECT c.says FROM grade_changes c JOIN assignments g ON g.id = c.assignment_id WHERE g.section_id = $1::uuid AND c.enrollment_id <> $2::uuid",
        [section, enrollment],
      ),
    ],
    [
      "a note of who teaches",
      await all(sql, "SELECT note FROM accommodations WHERE note <> '' AND section_id = $1::uuid", [section]),
    ],
    [
      "a draft",
      await all(sql, "SELECT id::text FROM assignments WHERE section_id = $1::uuid AND published_at IS NULL", [
        section,
      ]),
    ],
    ["the code", await all(sql, "SELECT code FROM sections WHERE id = $1::uuid", [section])],
  ]);
  const found: string[] = [];
  for (const [path, text] of got)
    for (const [what, values] of secrets)
      for (const value of values) if (text.includes(value)) found.push(`${what} in ${path}: ${value.slice(0, 60)}`);
  expect(found).toEqual([]);
  // Of the exam that is not released: no verdict, no reference, no points, no solution.
  const examTexts = () =>
    [...got]
      .filter(([path]) => path.includes(exam))
      .map(([, text]) => text)
      .join("\n");
  const telling = /"verdict"|"reference"|"margin"|Worked solution|How the points came about/;
  expect(examTexts()).not.toMatch(telling);
  expect(examTexts(), "the pages are those of the exam").toContain("What you handed in");
  // The search can find what it looks for: once it is released, all of it is there.
  await sql.query("UPDATE assignments SET released_at = now() WHERE id = $1::uuid", [exam]);
  await sql.query("UPDATE attempts SET tells_at = now(), solves_at = now() WHERE assignment_id = $1::uuid", [exam]);
  for (const path of paths.filter((one) => one.includes(exam)))
    got.set(path, (await read(path)) + (await read(path, { rsc: "1" })));
  expect(examTexts()).toMatch(telling);
  expect(examTexts()).toContain("How the points came about");
  const roster = await (await owner.get(`/sections/${section}/roster`)).text();
  for (const what of ["another’s name", "another’s address", "another’s number"])
    expect(roster, `${what}, to whoever teaches`).toContain(secrets.get(what)?.[0]);
  expect(await (await owner.get(`/sections/${section}/accommodations`)).text()).toContain(
    secrets.get("a note of who teaches")?.find((note) => note.startsWith("Learning")),
  );
  const [name] = await all(sql, "SELECT name FROM enrollments WHERE id = $1::uuid", [enrollment]);
  expect(got.get("/settings"), "names are found where they belong").toContain(name ?? "nobody");
}
