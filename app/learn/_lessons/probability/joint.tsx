import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";
import { spam } from "./spam.ts";

export function Joint() {
  const { prior, given } = spam;
  const joint = prior * given.spam;
  return (
    <>
      <Prose>{tex`
How likely are $A$ **and** $B$ together? First $A$ must happen; of those times, take the share in which $B$ happens as well.
That share is written $P(B \mid A)$ and read “the probability of $B$ given $A$”.
`}</Prose>
      <Formula id="product-of-conditional">{tex`P(A \cap B) = P(A)\,P(B \mid A)`}</Formula>
      <Prose>{tex`
If $A$ makes no difference to $B$, then $P(B \mid A) = P(B)$, and the **joint probability** is simply the product
$P(A)\,P(B)$. The events are then called **independent**. That is a property to be checked, not a rule to be used.
`}</Prose>
      <Example n={15} title="Spam with a lottery in it">
        <Prose>{tex`
Let $${prior * 100}\,\%$ of all mail be spam, and let $${given.spam * 100}\,\%$ of the spam contain the word “lottery”. Then a
mail is spam with that word in it with probability
`}</Prose>
        <Display>{tex`P(S \cap L) = P(S)\,P(L \mid S) = ${prior} \cdot ${given.spam} ${is(joint)}`}</Display>
        <Prose>{tex`
So the word occurs in at least $${joint * 100}\,\%$ of all mail, whatever the rest is like. A claim that it occurs in
$${spam.printedEvidence * 100}\,\%$ cannot be true at the same time.
`}</Prose>
      </Example>
    </>
  );
}
