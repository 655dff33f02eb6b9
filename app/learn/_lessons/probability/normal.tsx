import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";
import { normalInterval, normalPdf } from "#lib/math/normal.ts";

const [mean, sd] = [170, 10];
const heights = Array.from({ length: 81 }, (_, i) => mean - 4 * sd + i * (sd / 10));

export function Normal() {
  return (
    <>
      <Prose>{tex`
Sums of many small influences pile up in a bell: the **normal** distribution, with mean $\mu$ and variance $\sigma^2$. For a
quantity that varies continuously no single value has a probability; there is a **density** instead, and probabilities are
areas under it.
`}</Prose>
      <Formula id="normal-density">{tex`f(x) = \frac{1}{\sqrt{2\pi\sigma^2}} \exp\left( -\frac{(x - \mu)^2}{2\sigma^2} \right)`}</Formula>
      <Prose>{tex`
Mind the notation $N(\mu, \sigma^2)$: the second number is the variance. Every normal variable becomes the standard one when it
is counted in standard deviations from its mean. That count is the **z-score** $z = \frac{x - \mu}{\sigma}$.
`}</Prose>
      <Example n={18} title="Heights">
        <Prose>{tex`Let heights in centimetres be $N(170, 10^2)$, so $\mu = ${mean}$ and $\sigma = ${sd}$.`}</Prose>
        <Display>
          {[
            tex`P(160 < X < 180) = P(-1 < Z < 1) ${is(normalInterval(160, 180, mean, sd))}`,
            tex`P(150 < X < 190) = P(-2 < Z < 2) ${is(normalInterval(150, 190, mean, sd))}`,
          ]}
        </Display>
        <Figure
          figure={{
            figure: "curves",
            alt: "The bell curve of heights around 170 cm; the area between 160 and 180 is shaded, 68 % of the whole.",
            xLabel: "height in cm",
            yLabel: "density",
            curves: [{ label: "", points: heights.map((x) => ({ x, y: normalPdf(x, mean, sd) })) }],
            shaded: [{ from: 160, to: 180 }],
            marks: [
              { x: 160, y: 0, label: "−1σ" },
              { x: 180, y: 0, label: "+1σ" },
            ],
          }}
        />
        <Prose>{tex`
About two thirds lie within one standard deviation, 95 of 100 within two. The density at the mean is $${normalPdf(170, mean, sd)}$
per centimetre: not a probability, but times a narrow width it is nearly one.
`}</Prose>
      </Example>
    </>
  );
}
