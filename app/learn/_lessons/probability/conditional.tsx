import { Display } from "#app/learn/_components/display.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";

/** Mails: spam and good, with a link and without. */
const mails = { spam: { link: 24, plain: 6 }, good: { link: 14, plain: 56 } } as const;

export function Conditional() {
  const { spam, good } = mails;
  const [allSpam, allLinks] = [spam.link + spam.plain, spam.link + good.link];
  return (
    <>
      <Prose>{tex`
To **condition** on $B$ is to look only at the times when $B$ happened, and to ask how often $A$ happens among them. The whole
shrinks to $B$, and so one divides by $P(B)$, which must not be 0.
`}</Prose>
      <Formula id="conditional-probability">{tex`P(A \mid B) = \frac{P(A \cap B)}{P(B)}`}</Formula>
      <Prose>In counts it is a matter of choosing the right row or column. Of a hundred mails:</Prose>
      <table className="my-4 font-sans text-note tabular-nums lining-nums">
        <caption className="sr-only">Mails by kind, and whether they have a link</caption>
        <thead>
          <tr className="border-b border-rule text-left">
            <td />
            <th scope="col" className="px-4 py-1 font-semibold">
              with a link
            </th>
            <th scope="col" className="px-4 py-1 font-semibold">
              without
            </th>
            <th scope="col" className="px-4 py-1 font-semibold">
              all
            </th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(mails).map(([kind, { link, plain }]) => (
            <tr key={kind} className="border-b border-rule">
              <th scope="row" className="py-1 pr-4 text-left font-semibold">
                {kind}
              </th>
              <td className="px-4">{link}</td>
              <td className="px-4">{plain}</td>
              <td className="px-4">{link + plain}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Display>
        {[
          tex`P(\text{link} \mid \text{spam}) = \frac{${spam.link}}{${allSpam}} ${is(spam.link / allSpam)}`,
          tex`P(\text{spam} \mid \text{link}) = \frac{${spam.link}}{${allLinks}} ${is(spam.link / allLinks)}`,
          tex`P(\text{spam} \cap \text{link}) = \frac{${spam.link}}{100} ${is(spam.link / 100)}`,
        ]}
      </Display>
      <Prose>{tex`
Three questions with the same 24 on top, and three answers. “Most spam has a link” does not mean that most mails with a link
are spam: the two directions are different probabilities, and mixing them up is the commonest mistake in this lesson.
`}</Prose>
    </>
  );
}
