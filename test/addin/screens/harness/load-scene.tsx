import { useState } from "react";
import type { Answer } from "#addin/service-client/client-refusal.ts";
import { AskedAgain } from "#addin/session/asked-again.ts";
import { useLoad } from "#addin/session/use-load.ts";

const TAKES_MS = 200;

/** Somebody is chosen, what is known of him comes later; of 丙 nothing is known until the service answers again. */
export function LoadScene() {
  const [again, setAgain] = useState(0);
  return (
    <AskedAgain value={again}>
      <Known isBack={again > 0} />
      <button type="button" onClick={() => setAgain(again + 1)}>
        ↻
      </button>
    </AskedAgain>
  );
}

function Known({ isBack }: { readonly isBack: boolean }) {
  const [chosen, setChosen] = useState("甲");
  const [version, setVersion] = useState(0);
  const answer = async (): Promise<Answer<string>> =>
    await new Promise((resolve) => {
      const given: Answer<string> =
        chosen === "丙" && !isBack
          ? { ok: false, refusal: { code: "service-unreachable" } }
          : { ok: true, value: `${chosen}${version}` };
      setTimeout(() => resolve(given), TAKES_MS);
    });
  const { data } = useLoad(chosen, answer, version);
  return (
    <>
      <h1>{chosen}</h1>
      <p id="known">{data.state === "ready" ? data.value : data.state}</p>
      {["乙", "丙"].map((name) => (
        <button key={name} type="button" onClick={() => setChosen(name)}>
          {name}
        </button>
      ))}
      <button type="button" onClick={() => setVersion(1)}>
        +
      </button>
    </>
  );
}
