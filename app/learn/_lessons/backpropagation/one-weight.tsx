import { Display } from "#app/learn/_components/display.tsx";
import { Practice } from "#app/learn/_components/example.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, par, tex } from "#components/math/values.ts";
import { gradient } from "#lib/math/autodiff.ts";

const [x, y, w] = [3, 7, 2];
const rate = 0.05;
const nudge = 0.01;
const loss = (weight: number) => (weight * x - y) ** 2;

export function OneWeight() {
  const [slope = Number.NaN] = gradient((weight) => weight.mul(x).sub(y).pow(2), [w]);
  const stepped = w - rate * slope;
  return (
    <>
      <Prose>{tex`
Begin with the smallest model there is: one weight $w$, one input $x$, the prediction $\hat y = wx$, and the squared error to
the target $y$. Its graph is a chain of three links, $w \to wx \to wx - y \to L$, and along a chain slopes multiply.
`}</Prose>
      <Practice n={6} title="The gradient by one weight">
        <Prose>{tex`For $L = (wx - y)^2$ with $x = ${x}$, $y = ${y}$ and $w = ${w}$ first go forward:`}</Prose>
        <Display>
          {[tex`wx = ${w} \cdot ${x} ${is(w * x)}`, tex`wx - y ${is(w * x - y)}`, tex`L ${is(loss(w))}`]}
        </Display>
        <Prose>{tex`
Then back. The square has the slope twice its inside; the inside changes with $w$ at the rate $x$.
`}</Prose>
        <Display>{tex`\frac{\partial L}{\partial w} = 2\,(wx - y) \cdot x = 2 \cdot ${par(w * x - y)} \cdot ${x} ${is(slope)}`}</Display>
        <Prose>{tex`
The sign says that the weight is too small: raising it lowers the loss. A step of descent with $\alpha = ${rate}$ does so,
`}</Prose>
        <Display>{tex`w_{\text{new}} = ${w} - ${rate} \cdot ${par(slope)} ${is(stepped)}, \qquad L_{\text{new}} = (${stepped} \cdot ${x} - ${y})^2 ${is(loss(stepped))}`}</Display>
      </Practice>
      <Prose className="mt-8">{tex`
With a bias, $\hat y = wx + b$, the last link by $b$ is 1 instead of $x$, and the gradient is $2(\hat y - y)$. A factor ½ in
front of the loss takes the 2 away. Over several points the loss is usually the *mean* of the squares, and so is the gradient:
the mean of $2(\hat y_i - y_i)\,x_i$, each error times its own input.

Could one not simply try? Move $w$ by ${nudge} and look: the loss goes from $${loss(w)}$ to $${loss(w + nudge)}$, a slope of
about $${(loss(w + nudge) - loss(w)) / nudge}$. That works, but it costs a run of the whole model, and every weight needs a run
of its own. A network with a million weights would run a million times for a single step. The rest of this lesson is about
getting all the slopes for the price of about two or three runs.
`}</Prose>
    </>
  );
}
