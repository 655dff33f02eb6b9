import { Display } from "#app/learn/_components/display.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { inText, is, isRow, percent, row, tex } from "#components/math/values.ts";
import { matvec, transpose } from "#lib/math/matrix.ts";
import { initial, losses, passes, sample, stepped } from "./network.ts";
import { Part } from "./part.tsx";

const rate = 0.1;
const manySteps = 30;
const { W1, b1, W2, b2 } = initial;
const parameters = [W1.flat(), b1, W2.flat(), b2].flat().length;

export function OneStep() {
  const { values, deltas, gradients } = passes(initial);
  const [spam = 0] = values.p;
  const after = stepped(initial, rate);
  const { values: then } = passes(after);
  const course = losses(rate, manySteps);
  const end = course.at(-1) ?? Number.NaN;
  return (
    <>
      <Prose>{tex`
Six lessons, and every one of them is needed for a single step of training. Here is such a step with all its numbers: a small
network is to tell spam from other mail, is shown one mail, gets it wrong, and improves.
`}</Prose>
      <Part title="The data are a vector, a layer is a matrix" from={["linear-algebra"]}>
        <Prose>{tex`
The mail has two suspicious words and one link, so $x = ${row(sample.x)}$. A hidden layer of three units takes it in, and an output
layer gives one logit to each of the classes *spam* and *other*. The weights are drawn at random before training; say they came
out as
`}</Prose>
        <Display>{[tex`W_1 = ${W1}`, tex`b_1 = ${b1}`, tex`W_2 = ${W2}`, tex`b_2 = ${b2}`]}</Display>
        <Prose>{tex`
That makes $${parameters}$ parameters. The first layer is a product and a sum:
`}</Prose>
        <Display>{tex`z_1 = W_1x + b_1 = ${matvec(W1, sample.x)} + ${b1} ${is(values.z1)}`}</Display>
      </Part>
      <Part title="A bend, so that depth counts" from={["activations"]}>
        <Prose>{tex`
ReLU passes what is positive. Without it the two layers would be one. The third unit is silent on this mail.
`}</Prose>
        <Display>{[tex`h = \operatorname{ReLU}(z_1) ${is(values.h)}`, tex`z_2 = W_2h + b_2 ${is(values.z2)}`]}</Display>
      </Part>
      <Part title="Logits become beliefs" from={["activations", "probability"]}>
        <Prose>{tex`
Softmax turns the logits into probabilities of the classes *given* this mail. They are positive and add up to 1.
`}</Prose>
        <Display>{tex`p = \operatorname{softmax}(z_2) ${is(values.p)}`}</Display>
        <Prose>{tex`The network thinks that this is spam with a probability of only $${percent(spam)}$. But it is.`}</Prose>
      </Part>
      <Part title="One number says how bad that is" from={["logarithms", "probability"]}>
        <Prose>{tex`
The target is $y = ${row(sample.y)}$, and the cross-entropy is the negative logarithm of the probability given to the truth: 0 for
certainty, and without bound as it goes to 0. Averaged over many mails it estimates the expected loss, and to make it small is
to make the data likely.
`}</Prose>
        <Display>{tex`L = -\sum_i y_i \ln p_i = -\ln ${spam} ${is(values.loss)}`}</Display>
      </Part>
      <Part title="The error goes back" from={["backpropagation", "calculus"]}>
        <Prose>{tex`
The chain rule, from the loss to every parameter. Softmax and cross-entropy together leave the simplest of all deltas, and the
output layer has its gradients at once:
`}</Prose>
        <Display>
          {[
            tex`\delta_2 = p - y ${is(deltas.z2)}`,
            tex`\frac{\partial L}{\partial W_2} = \delta_2\,h^\top ${is(gradients.W2)}`,
            tex`\frac{\partial L}{\partial b_2} = \delta_2`,
          ]}
        </Display>
        <Prose>{tex`
Through the transposed matrix it reaches the hidden layer, and the ReLU stops what comes back to the silent unit:
`}</Prose>
        <Display>
          {[
            tex`W_2^\top \delta_2 = ${transpose(W2)} ${deltas.z2} ${is(deltas.h)}`,
            tex`\delta_1 = ${deltas.h} \odot \begin{bmatrix} 1 \\ 1 \\ 0 \end{bmatrix} ${is(deltas.z1)}`,
            tex`\frac{\partial L}{\partial W_1} = \delta_1\,x^\top ${is(gradients.W1)}`,
            tex`\frac{\partial L}{\partial b_1} = \delta_1`,
          ]}
        </Display>
        <Prose>{tex`
The third column of $\partial L/\partial W_2$ and the third row of $\partial L/\partial W_1$ are zero: on this mail nothing can be
learned about that unit.
`}</Prose>
      </Part>
      <Part title="A step downhill" from={["calculus"]}>
        <Prose>{tex`
All parameters move against their gradients, at the same time, with $\alpha = ${rate}$:
`}</Prose>
        <Display>
          {[
            tex`W_1 \leftarrow W_1 - ${rate}\,\frac{\partial L}{\partial W_1} ${is(after.W1)}`,
            tex`W_2 \leftarrow W_2 - ${rate}\,\frac{\partial L}{\partial W_2} ${is(after.W2)}`,
            tex`b_1 \leftarrow ${after.b1}`,
            tex`b_2 \leftarrow ${after.b2}`,
          ]}
        </Display>
        <Prose>{tex`Forward once more, to see what it was good for:`}</Prose>
        <Display>{[tex`p ${isRow(then.p)}`, tex`L ${is(then.loss)}`]}</Display>
        <Prose>{tex`
The probability of spam rose from $${percent(spam)}$ to $${percent(then.p[0] ?? 0)}$, and the loss fell from $${values.loss}$ to
$${then.loss}$.
`}</Prose>
      </Part>
      <Part title="And again" from={["calculus", "backpropagation"]}>
        <Prose>{tex`
Training is this step, over and over:

1. Draw the weights at random, not too large.
2. Take a mini-batch, and go **forward** to the loss.
3. Go **backward** to the gradients of all parameters.
4. **Update** them, and begin again at 2, until the loss on mails *not* trained with stops falling.

With this one mail alone it goes quickly:
`}</Prose>
        <Figure
          figure={{
            figure: "curve",
            alt: `The loss against the number of steps: from ${inText(values.loss, 3)} it falls steeply at first, to ${inText(then.loss, 3)} after one step, and then ever more slowly, to ${inText(end, 2)} after ${manySteps} steps.`,
            xLabel: "steps",
            yLabel: "L",
            points: course.map((loss, i) => ({ x: i, y: loss })),
            marks: [
              { x: 0, y: values.loss, label: inText(values.loss, 3) },
              { x: 1, y: then.loss, label: inText(then.loss, 3) },
              { x: manySteps, y: end, label: inText(end, 2) },
            ],
          }}
        />
        <Prose>{tex`
After ${manySteps} steps the loss is $${end}$. Of course, a network that has seen a single mail calls everything spam that looks
like it, and perhaps everything else too. That is why one trains with many mails, and averages. A network with a billion
weights does nothing else than what you have just read; you could do its step by hand, given time.
`}</Prose>
      </Part>
    </>
  );
}
