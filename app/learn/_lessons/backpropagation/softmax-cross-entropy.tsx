import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { inText, is, isRow, row, tex } from "#components/math/values.ts";
import { softmax } from "#lib/math/activations.ts";
import { crossEntropy, gradientOfVector, softmax as softmaxOf, vectorVariable } from "#lib/math/autodiff-matrix.ts";

const logits = [2, 1, 0.1];
const y = [1, 0, 0];

export function SoftmaxCrossEntropy() {
  const z = vectorVariable(logits);
  const loss = crossEntropy(y, softmaxOf(z));
  loss.backward();
  const a = softmax(logits);
  const back = gradientOfVector(z);
  const [first = 0] = a;
  return (
    <>
      <Prose>{tex`
A classifier ends in a softmax, $a = \operatorname{softmax}(z)$, and its loss is the categorical cross-entropy with the one-hot
target $y$. Of its sum only one term is left, that of the true class.
`}</Prose>
      <Formula id="categorical-cross-entropy">{tex`L = -\sum_i y_i \ln a_i`}</Formula>
      <Prose>{tex`
Softmax mixes its entries, so its slopes are a whole matrix: $\partial a_i / \partial z_j$ is $a_i(1 - a_i)$ for $i = j$ and
$-a_i a_j$ otherwise. That looks like work. Instead, take the logarithm before differentiating. Let $c$ be the true class:
`}</Prose>
      <Display>{tex`L = -\ln \frac{e^{z_c}}{\sum_j e^{z_j}} = -z_c + \ln \sum_j e^{z_j}`}</Display>
      <Prose>{tex`
By $z_i$ the second term has the slope $e^{z_i} / \sum_j e^{z_j} = a_i$, and the first has $-1$ for $i = c$ and 0 otherwise, which
is $-y_i$. Nothing else is left:
`}</Prose>
      <Formula id="softmax-cross-entropy">{tex`\frac{\partial L}{\partial z} = a - y`}</Formula>
      <Example n={39} title="The gradient by three logits">
        <Prose>{tex`For $z = ${row(logits)}$ and a true first class, $y = ${row(y)}$:`}</Prose>
        <Display>
          {[
            tex`a = \operatorname{softmax}(z) ${isRow(a)}`,
            tex`L = -\ln ${first} ${is(loss.data)}`,
            tex`\frac{\partial L}{\partial z} = a - y ${isRow(back)}`,
          ]}
        </Display>
        <Figure
          figure={{
            figure: "bars",
            alt: `The gradient by the logits as bars: ${back.map((g, i) => `class ${i + 1} ${inText(g, 3)}`).join(", ")}. The bar of the true class points to the left, the others to the right, and together they are 0.`,
            bars: back.map((g, i) => ({ label: `z${"₁₂₃"[i]}`, value: Number(g.toFixed(3)) })),
          }}
        />
        <Prose>{tex`
A step against the gradient raises the logit of the true class and lowers the others, each in proportion to the probability that
it wrongly held. The entries add up to 0: what the one gains the others lose. And the surer and more right the network is, the
smaller they all become.
`}</Prose>
      </Example>
      <Prose className="mt-8">{tex`
From here all goes on as before: $\delta = a - y$ is the last delta, the weights of the last layer get $(a - y)\,h^\top$, the bias
gets $a - y$, and $W^\top(a - y)$ goes on to the layer below.

A single sigmoid with the binary cross-entropy has the same gradient, $\partial L / \partial z = a - y$. Compare it with the
squared error, whose delta is $2(a - y)\,a(1 - a)$. There the factor $a(1 - a)$ all but stops the learning where the network is
sure and wrong; here it has cancelled. That is why classifiers are trained with the cross-entropy.
`}</Prose>
    </>
  );
}
