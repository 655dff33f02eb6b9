"use client";

import { useState } from "react";
import { Live } from "#app/learn/_components/live/live.tsx";
import { Slider } from "#app/learn/_components/live/slider.tsx";
import { Areas } from "#components/figure/areas.tsx";
import { bayes } from "#lib/math/probability.ts";

/** Bayes as areas: the posterior is the share that the first shaded area has of all that is shaded. */
export function BayesLive() {
  const [prior, setPrior] = useState(0.01);
  const [sensitivity, setSensitivity] = useState(0.99);
  const [falsePositive, setFalsePositive] = useState(0.05);
  const [posterior = 0] = bayes([prior, 1 - prior], [sensitivity, falsePositive]);
  const says = `Of all that is shaded, ${share(posterior)} belongs to the ill: that is P(disease given +).`;
  return (
    <Live
      title="prior, sensitivity and false alarms"
      says={says}
      figure={
        <Areas
          alt={`A square in two columns: ill, ${share(prior)} wide with ${share(sensitivity)} shaded, and healthy, ${share(1 - prior)} wide with ${share(falsePositive)} shaded.`}
          columns={[
            { label: "ill", width: prior, part: sensitivity },
            { label: "healthy", width: 1 - prior, part: falsePositive },
          ]}
          partLabel="positive"
        />
      }
    >
      <Slider
        label="Prior: how many are ill"
        min={0.01}
        max={0.6}
        step={0.01}
        value={prior}
        shown={share(prior)}
        onChange={setPrior}
      />
      <Slider
        label="Sensitivity: positive, of the ill"
        min={0.5}
        max={1}
        step={0.01}
        value={sensitivity}
        shown={share(sensitivity)}
        onChange={setSensitivity}
      />
      <Slider
        label="False positives: positive, of the healthy"
        min={0.01}
        max={0.5}
        step={0.01}
        value={falsePositive}
        shown={share(falsePositive)}
        onChange={setFalsePositive}
      />
    </Live>
  );
}

const share = (p: number) => `${Number((100 * p).toPrecision(3))} %`;
