import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";
import { gradient } from "#lib/math/autodiff.ts";

const at = 1;

export function ChainRule() {
  const [slope = Number.NaN] = gradient((x) => x.pow(2).mul(3).add(2).pow(5), [at]);
  return (
    <>
      <Prose>{tex`
A function of a function is a chain of two changes: a change of $x$ moves $u = g(x)$, and that moves $f(u)$. If $u$ moves
three times as fast as $x$, and $f$ twice as fast as $u$, then $f$ moves six times as fast as $x$. Rates along a chain
**multiply**.
`}</Prose>
      <Formula id="chain-rule">{tex`\bigl( f(g(x)) \bigr)' = f'(g(x)) \cdot g'(x), \qquad \frac{df}{dx} = \frac{df}{du} \cdot \frac{du}{dx}`}</Formula>
      <Prose>{tex`
The outer derivative is taken *at the inner value*, and the inner derivative is the factor that is forgotten most often. Every
gradient of a network is this rule, applied many times; backpropagation is a way to do it without repeating work.
`}</Prose>
      <Example n={9} title="A fifth power of something">
        <Prose>{tex`For $f(x) = (3x^2 + 2)^5$ call the inside $u = 3x^2 + 2$. Outside, $u^5$ has the slope $5u^4$; inside, $u$ has $6x$.`}</Prose>
        <Display>{tex`f'(x) = 5u^4 \cdot 6x = 30x\,(3x^2 + 2)^4`}</Display>
        <Prose>{tex`At $x = ${at}$ that is $30 \cdot 5^4 ${is(slope)}$. Without the inner factor one would get only $5 \cdot 5^4 ${is(5 * 5 ** 4)}$.`}</Prose>
      </Example>
      <Prose className="mt-8">{tex`The same with the functions that networks are made of:`}</Prose>
      <Display>
        {[
          tex`\bigl( e^{ax + b} \bigr)' = a\,e^{ax + b}`,
          tex`\bigl( \ln(x^2 + 1) \bigr)' = \frac{2x}{x^2 + 1}`,
          tex`\bigl( \sigma(ax + b) \bigr)' = a\,\sigma'(ax + b)`,
        ]}
      </Display>
      <Prose>{tex`Here $\sigma(x) = \frac{1}{1 + e^{-x}}$ is the sigmoid, which has a lesson’s section of its own later on.`}</Prose>
    </>
  );
}
