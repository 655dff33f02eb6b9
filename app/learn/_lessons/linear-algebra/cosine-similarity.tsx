import { Display } from "#app/learn/_components/display.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";
import { dot, norm } from "#lib/math/vector.ts";
import { AngleLive } from "./angle-live.tsx";
import { ratings } from "./ratings.ts";

export function CosineSimilarity() {
  const [u, v] = ratings;
  const cosine = dot(u, v) / (norm(u) * norm(v));
  return (
    <>
      <Prose>{tex`
Divide the dot product by both lengths, and what remains depends on the directions alone: it is the cosine of the angle
$\theta$ between the vectors.
`}</Prose>
      <Display>{tex`\cos\theta = \frac{u \cdot v}{\lVert u \rVert \, \lVert v \rVert}`}</Display>
      <Prose>{tex`
It lies between $-1$ and $1$: 1 for the same direction, 0 for a right angle, $-1$ for opposite directions. The two people
from example 2 come out as
`}</Prose>
      <Display>
        {tex`\cos\theta = \frac{${dot(u, v)}}{\sqrt{${dot(u, u)}} \cdot \sqrt{${dot(v, v)}}} ${is(cosine)}`}
      </Display>
      <Prose>{tex`
So their tastes point nearly the same way. Doubling all ratings of one of them changes nothing now, which is what one wants
of a similarity.
`}</Prose>
      <AngleLive />
    </>
  );
}
