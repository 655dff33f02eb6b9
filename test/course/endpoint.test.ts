import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { GET as health } from "#app/api/health/route.ts";
import { PUT as putDraft } from "#app/api/variants/[id]/draft/route.ts";
import { POST as postReveal } from "#app/api/variants/[id]/reveals/route.ts";
import { POST as postSubmission } from "#app/api/variants/[id]/submissions/route.ts";
import { signGuest } from "#lib/auth/guest-cookie.ts";
import { encodeSession } from "#lib/auth/session.ts";
import { endpoint } from "#lib/course/endpoint.ts";
import { db } from "#lib/db/client.ts";
import { log } from "#lib/log.ts";
import { databases, openTestDatabase, type TestDatabase } from "../db/harness.ts";
import { giveNeuron, knownGuest, neuron, newUser } from "./people.ts";

vi.stubEnv("LOG_LEVEL", "silent");
vi.stubEnv("AUTH_SECRET", "a".repeat(40));
vi.stubEnv("GUEST_SECRET", "b".repeat(40));

// What Next tells of the request that is being answered.
const sent = vi.hoisted(() => ({ cookies: new Map<string, string>(), headers: new Headers() }));
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (sent.cookies.has(name) ? { value: sent.cookies.get(name) } : undefined),
  }),
  headers: async () => sent.headers,
}));

const home = "http://here.example";

function request(body: unknown, headers: Record<string, string> = {}, method = "POST"): Request {
  return new Request(`${home}/api`, {
    method,
    headers: { host: "here.example", origin: home, "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

const at = (id: string) => ({ params: Promise.resolve({ id }) });
const answer = (raw: Record<string, string> = neuron.right) => ({ key: randomUUID(), raw });
const json = async (response: Response): Promise<unknown> => await response.json();

async function asGuest() {
  const guest = await knownGuest();
  sent.cookies.set("chainrule-guest", signGuest(guest.id));
  return { guest, id: await giveNeuron(guest) };
}

describe.each(databases)("requests on %s", { timeout: 60_000 }, (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 120_000);
  afterAll(() => database.close());
  beforeEach(() => {
    sent.cookies.clear();
  });

  it("answer a submission, its retry and a conflict", async () => {
    const { id } = await asGuest();
    const body = answer();
    const first = await postSubmission(request(body), at(id));
    expect([first.status, await json(first)]).toEqual([200, expect.objectContaining({ outcome: "judged" })]);
    expect((await postSubmission(request(body), at(id))).status).toBe(200);
    const other = await postSubmission(request({ ...body, raw: neuron.wrong }), at(id));
    expect([other.status, await json(other)]).toEqual([409, { outcome: "conflict" }]);
    expect(await db().submission.count({ where: { variantId: id } })).toBe(1);
  });

  it("keep a draft and show a hint", async () => {
    const { id } = await asGuest();
    const kept = await putDraft(request({ raw: { z: "1" } }, {}, "PUT"), at(id));
    expect([kept.status, await kept.text()]).toEqual([204, ""]);
    const shown = await postReveal(request({ kind: "hint", index: 0 }), at(id));
    expect([shown.status, await json(shown)]).toEqual([200, expect.objectContaining({ credit: 0.9, hintsLeft: 2 })]);
  });

  it("know a user by the session", async () => {
    const user = await newUser();
    const id = await giveNeuron(user);
    sent.cookies.set("chainrule-session", await encodeSession({ sub: user.id, tokenVersion: 0 }));
    expect((await postSubmission(request(answer()), at(id))).status).toBe(200);
  });

  it("find nothing of somebody else's, nor where there is nothing", async () => {
    const { id } = await asGuest();
    await asGuest();
    for (const variant of [id, randomUUID()]) {
      const response = await postSubmission(request(answer()), at(variant));
      expect([response.status, await json(response)]).toEqual([
        404,
        { error: "not-found", message: expect.stringMatching(/not yours/) },
      ]);
    }
  });

  it("ask somebody without a cookie, or with a forged one, to open the page again", async () => {
    const { guest, id } = await asGuest();
    for (const cookie of ["", guest.id, `${guest.id}.${"A".repeat(43)}`]) {
      sent.cookies.set("chainrule-guest", cookie);
      const response = await postSubmission(request(answer()), at(id));
      expect([response.status, await json(response)]).toMatchObject([401, { error: "signed-out" }]);
    }
    expect(await db().submission.count({ where: { variantId: id } })).toBe(0);
  });

  it.each([
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://here.example:81" },
    { origin: "http://here.example.evil.example" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: home, "sec-fetch-site": "cross-site" },
  ])("are refused from another site: %o", async (headers) => {
    const { id } = await asGuest();
    const response = await postSubmission(request(answer(), headers), at(id));
    expect([response.status, await json(response)]).toMatchObject([403, { error: "cross-site" }]);
    expect(await db().submission.count({ where: { variantId: id } })).toBe(0);
  });

  it("are taken from this site, behind a proxy too, and from a program without an origin", async () => {
    for (const headers of [
      { "sec-fetch-site": "same-origin" },
      { origin: "https://front.example", "x-forwarded-host": "front.example" },
    ]) {
      const { id } = await asGuest();
      expect((await postSubmission(request(answer(), headers), at(id))).status).toBe(200);
    }
    const { id } = await asGuest();
    const bare = request(answer());
    bare.headers.delete("origin");
    expect((await postSubmission(bare, at(id))).status).toBe(200);
  });

  it.each([
    ["no JSON", "{", {}, 422, /not a JSON object/],
    ["a list", "[]", {}, 422, /not a JSON object/],
    ["another type", "{}", { "content-type": "text/plain" }, 422, /must be JSON/],
    ["a form", "a=1", { "content-type": "application/x-www-form-urlencoded" }, 422, /must be JSON/],
    ["no key", { raw: {} }, {}, 422, /^key: The key of a submission must be a UUID/],
    ["a key that is none", { key: "1", raw: {} }, {}, 422, /^key: /],
    ["numbers", { key: randomUUID(), raw: { z: 1 } }, {}, 422, /^raw\.z: This must be text/],
    ["a NUL", { key: randomUUID(), raw: { z: "\0" } }, {}, 422, /^raw\.z: .*cannot be kept/],
    ["half a character", `{"key":"${randomUUID()}","raw":{"z":"\\ud800"}}`, {}, 422, /^raw\.z: .*cannot be kept/],
    ["too long a text", { key: randomUUID(), raw: { z: "1".repeat(4001) } }, {}, 422, /^raw\.z: .*4000/],
    [
      "too many parts",
      { key: randomUUID(), raw: Object.fromEntries([...Array(101).keys()].map((i) => [i, ""])) },
      {},
      422,
      /parts/,
    ],
    ["too much", { raw: { z: "1".repeat(70_000) } }, {}, 413, /64 KB/],
    ["a false length", { raw: { z: "1".repeat(70_000) } }, { "content-length": "10" }, 413, /64 KB/],
  ])("with %s are refused, and told why", async (_, body, headers, status, message) => {
    const { id } = await asGuest();
    const response = await postSubmission(request(body, headers), at(id));
    expect([response.status, await json(response)]).toMatchObject([
      status,
      { message: expect.stringMatching(message) },
    ]);
    expect(await db().submission.count({ where: { variantId: id } })).toBe(0);
  });

  it("to an address that is no id are refused", async () => {
    await asGuest();
    const response = await postSubmission(request(answer()), at("1"));
    expect([response.status, await json(response)]).toMatchObject([422, { message: expect.stringMatching(/^id: /) }]);
  });

  it("let exactly as many reveals through as the rule says, of many at once", async () => {
    const { id } = await asGuest();
    const all = await Promise.all(
      Array.from({ length: 130 }, () => postReveal(request({ kind: "hint", index: 0 }), at(id))),
    );
    const refused = all.filter(({ status }) => status === 429);
    expect([all.filter(({ status }) => status === 200).length, refused.length]).toEqual([120, 10]);
    const [one] = refused;
    expect(Number(one?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(one && (await json(one))).toMatchObject({ error: "too-many", retryAfter: expect.any(Number) });
    const next = await asGuest();
    expect((await postReveal(request({ kind: "hint", index: 0 }), at(next.id))).status).toBe(200);
  });

  it("that fail unexpectedly are logged, and tell nothing", async () => {
    const logged = vi.spyOn(log(), "error");
    const broken = endpoint({ name: "GET /api/health", input: z.object({}) }, () =>
      Promise.reject(new Error("a secret")),
    );
    const response = await broken(new Request(home), { params: Promise.resolve({}) });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret");
    expect(logged).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ endpoint: "GET /api/health", err: expect.any(Error) }),
      expect.any(String),
    );
    logged.mockRestore();
  });

  it("for health tell whether the database answers", async () => {
    const response = await health(new Request(home), { params: Promise.resolve({}) });
    expect([response.status, await json(response)]).toEqual([200, { status: "ok" }]);
    const query = vi.spyOn(db(), "$queryRaw").mockRejectedValue(new Error("down"));
    const down = await health(new Request(home), { params: Promise.resolve({}) });
    expect(down.status).toBe(503);
    query.mockRestore();
  });
});
