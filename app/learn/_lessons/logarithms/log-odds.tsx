import { Display } from "#app/learn/_components/display.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";
import { logit, sigmoid } from "#lib/math/activations.ts";

const zs = Array.from({ length: 81 }, (_, i) => -6 + i * 0.15);

export function LogOdds() {
  const z = logit(0.8);
  return (
    <>
      <Prose>{tex`
A probability of 0.8 may be told as **odds**: 4 to 1, the quotient $\frac{p}{1 - p}$. Their logarithm, the **log-odds** or
**logit**, runs over all real numbers and is 0 for evens. Swapping success and failure only changes its sign.
`}</Prose>
      <Display>{tex`\operatorname{logit} p = \ln \frac{p}{1 - p}, \qquad \operatorname{logit} 0.8 = \ln 4 ${is(z)}`}</Display>
      <Prose>{tex`
A linear model can give any number, so it is made to give log-odds. The way back is the **sigmoid**, which squeezes the line
into the interval from 0 to 1:
`}</Prose>
      <Display>{tex`p = \sigma(z) = \frac{1}{1 + e^{-z}}, \qquad \sigma(${z}) ${is(sigmoid(z))}`}</Display>
      <Figure
        figure={{
          figure: "curve",
          alt: "The probability against the log-odds: an S-shaped curve from 0 to 1 through one half at 0; marked at log-odds 1.39 with probability 0.8.",
          xLabel: "log-odds",
          yLabel: "p",
          points: zs.map((x) => ({ x, y: sigmoid(x) })),
          marks: [{ x: z, y: 0.8, label: "0.8" }],
        }}
      />
      <Prose>{tex`
Adding a constant to the log-odds multiplies the odds by a factor. That is how evidence adds up, and why the outputs of a
classifier before its last activation are called *logits*.
`}</Prose>
    </>
  );
}
