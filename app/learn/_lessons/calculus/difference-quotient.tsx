import { Display } from "#app/learn/_components/display.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { Sentence } from "#components/math/sentence.tsx";
import { is, tex } from "#components/math/values.ts";

const f = (x: number) => x ** 2;
const at = 3;

export function DifferenceQuotient() {
  return (
    <>
      <Prose>{tex`
Move an input a little, from $x$ to $x + h$, and see by how much the output moves. The quotient of the two changes is the
average slope between the points. Let $h$ shrink towards 0, and where the quotient settles on a number, that number is the
**derivative** $f'(x)$: the slope of the curve at $x$ itself.
`}</Prose>
      <Formula id="derivative-limit">{tex`f'(x) = \lim_{h \to 0} \frac{f(x + h) - f(x)}{h}`}</Formula>
      <Prose>{tex`For $f(x) = x^2$ at $x = ${at}$ the quotients close in on 6:`}</Prose>
      <table className="my-4 font-sans text-note tabular-nums lining-nums">
        <thead>
          <tr className="border-b border-rule text-left">
            <th scope="col" className="py-1 pr-8 font-semibold">
              <Sentence>step $h$</Sentence>
            </th>
            <th scope="col" className="py-1 font-semibold">
              quotient
            </th>
          </tr>
        </thead>
        <tbody>
          {[1, 0.1, 0.01, 0.001].map((h) => (
            <tr key={h} className="border-b border-rule">
              <td className="py-1 pr-8">
                <Sentence>{`${h}`}</Sentence>
              </td>
              <td className="py-1">
                <Sentence>{`${Number(((f(at + h) - f(at)) / h).toFixed(6))}`}</Sentence>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Prose>The algebra shows why. Multiply out, cancel, and only then let the change go to zero:</Prose>
      <Display>{tex`\frac{(x + h)^2 - x^2}{h} = \frac{2xh + h^2}{h} = 2x + h \;\longrightarrow\; 2x`}</Display>
      <Prose>{tex`
The error of the quotient is exactly $h$ here, and proportional to $h$ for every smooth function. Stepping to both sides
does better: $\frac{f(x + h) - f(x - h)}{2h}$ is wrong by about $h^2$ only. For a parabola it has no error at
all: with $h = 0.1$ it gives $\frac{3.1^2 - 2.9^2}{0.2} ${is((f(3.1) - f(2.9)) / 0.2)}$.
`}</Prose>
    </>
  );
}
