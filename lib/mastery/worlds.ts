/**
 * Sets of skills that somebody may know, each closed under prerequisites (Doignon & Falmagne 1985), drawn once from a
 * prior: a learner has come some way along the graph, in some topics further than in others, and a skill whose
 * prerequisites are all known is known too with the probability $\sigma(2\,(\text{way} - \text{depth}))$.
 */
import { createRng } from "#lib/exercise/rng.ts";
import { skills } from "#lib/exercise/skills.ts";
import { topics } from "#lib/exercise/topics.ts";
import { depthOf, indexOfSkill, inOrder, needsOf } from "./prior.ts";

const samples = 6_000;
const steepness = 2;

/** The places of the skills that are known, in the order of `inOrder`. */
type World = Uint8Array;

let drawn: readonly World[] | undefined;

/** The same on every machine and at every call; drawn when first asked for. */
export function worlds(): readonly World[] {
  drawn ??= draw();
  return drawn;
}

function draw(): World[] {
  const rng = createRng("placement");
  const deepest = Math.max(...inOrder.map(depthOf));
  return rng.list(samples, () => {
    const general = rng.decimal(-1, deepest + 2, 2);
    const ways = new Map(topics.map(({ id }) => [id, general + rng.decimal(-3, 3, 2) + rng.decimal(-3, 3, 2)]));
    const known = new Set<number>();
    for (const [s, skill] of inOrder.entries()) {
      const ahead = (ways.get(skills[skill].topic) ?? 0) - depthOf(skill);
      const isReady = needsOf(skill).every((needed) => known.has(indexOfSkill.get(needed) ?? -1));
      if (isReady && rng.decimal(0, 1, 4) < 1 / (1 + Math.exp(-steepness * ahead))) known.add(s);
    }
    return Uint8Array.from(known);
  });
}

/** Worlds that weigh less than this beside all others are not worth the time. */
const negligible = 1e-7;

/** The probability of every two skills being known together, row by row; on the diagonal, of each. */
export function togetherIn(weights: Float64Array): Float64Array {
  const n = inOrder.length;
  const together = new Float64Array(n * n);
  for (const [i, known] of worlds().entries()) {
    const weight = weights[i]!;
    if (weight < negligible) continue;
    for (const s of known) for (const t of known) together[s * n + t]! += weight;
  }
  return together;
}
