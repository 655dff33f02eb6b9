import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";
import { gradient, type Value } from "#lib/math/autodiff.ts";

const slope = (f: (x: Value) => Value, at: number) => gradient(f, [at])[0] ?? Number.NaN;

export function PowerRule() {
  return (
    <>
      <Prose>{tex`
Nobody takes limits twice. Once it is known how a few building blocks change, rules give the slopes of all that is built from
them. The first: the derivative of a **power** brings the exponent down as a factor and lowers it by one.
`}</Prose>
      <Formula id="power-derivative">{tex`(x^n)' = n\,x^{n-1}`}</Formula>
      <Prose>{tex`
It holds for every exponent, also for $\sqrt x = x^{1/2}$ and $\frac1x = x^{-1}$. A constant factor stays in front, and a
**sum** is differentiated term by term. A constant by itself never changes, so its derivative is 0.
`}</Prose>
      <Formula id="sum-rule">{tex`(f + g)' = f' + g', \qquad (c f)' = c f'`}</Formula>
      <Example n={8} title="Four derivatives to know by heart">
        <Prose>{tex`Two powers, and two functions that the next idea explains:`}</Prose>
        <Display>
          {[
            tex`(x^2)' = 2x`,
            tex`(3x^3)' = 3 \cdot 3x^2 = 9x^2`,
            tex`(e^x)' = e^x`,
            tex`(\ln x)' = \frac1x \quad (x > 0)`,
          ]}
        </Display>
        <Prose>{tex`
At $x = 2$ their slopes are $${slope((x) => x.pow(2), 2)}$, $${slope((x) => x.pow(3).mul(3), 2)}$,
$${slope((x) => x.exp(), 2)}$ and $${slope((x) => x.log(), 2)}$.
`}</Prose>
      </Example>
      <Prose className="mt-8">{tex`A polynomial needs nothing else:`}</Prose>
      <Display>{tex`(2x^3 - 5x + 7)' = 6x^2 - 5, \qquad \text{at } x = 1{:} \quad 6 - 5 ${is(slope((x) => x.pow(3).mul(2).sub(x.mul(5)).add(7), 1))}`}</Display>
    </>
  );
}
