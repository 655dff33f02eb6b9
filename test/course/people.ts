import { randomBytes, randomUUID } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { Actor } from "#lib/course/actor.ts";
import { db } from "#lib/db/client.ts";
import type { Level } from "#lib/exercise/exercise.ts";

/** A guest as the signed cookie tells it, without a row yet. */
export const newGuest = (): Extract<Actor, { kind: "guest" }> => ({ kind: "guest", id: uuidv7(), known: false });

/** The same guest at its next request, when it has a row. */
export const known = (guest: Extract<Actor, { kind: "guest" }>): Actor => ({ ...guest, known: true });

export async function knownGuest(): Promise<Extract<Actor, { kind: "guest" }>> {
  const { id } = await db().user.create({ data: { guest: true } });
  return { kind: "guest", id, known: true };
}

export async function newUser(): Promise<Extract<Actor, { kind: "user" }>> {
  const email = `${randomUUID()}@example.org`;
  const { id } = await db().user.create({ data: { email } });
  return { kind: "user", id, email, name: null };
}

/** Example 36 of the tutorial: its numbers, and what they give, by hand. */
export const neuron = {
  exercise: "backpropagation/neuron",
  params: { x: 2, y: 1, w: 0.5, b: 0.1, rate: 0.1 },
  /** z = 0.5·2 + 0.1; a = 1/(1 + e^-1.1); L = (a − 1)². */
  right: { z: "1.1", a: "0.7503", L: "0.06237" },
  /** The bias was dropped: z = 1; what follows is right from there, a = 1/(1 + e^-1), L = (a − 1)². */
  biasDropped: { z: "1", a: "0.7311", L: "0.07233" },
  wrong: { z: "5", a: "17", L: "41" },
  unreadable: { z: "1,1", a: "0.7503", L: "0.06237" },
} as const;

/** Gives somebody the example's variant. */
export async function giveNeuron(
  owner: { id: string },
  { number = 1, level = 1, state = "open", version = 1 }: Given = {},
) {
  const { id } = await db().variant.create({
    data: {
      userId: owner.id,
      exerciseId: neuron.exercise,
      version,
      level,
      number,
      seed: randomBytes(16).toString("hex"),
      params: neuron.params,
      state,
    },
  });
  return id;
}

interface Given {
  number?: number;
  level?: Level;
  version?: number;
  state?: "open" | "done" | "broken";
}
