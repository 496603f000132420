import { useState } from "react";
import { useLoad } from "#addin/session/use-load.ts";

const TAKES_MS = 200;

/** Somebody is chosen, what is known of him comes later. */
export function LoadScene() {
  const [chosen, setChosen] = useState("甲");
  const [version, setVersion] = useState(0);
  const answer = async (): Promise<{ ok: true; value: string }> =>
    await new Promise((resolve) => {
      setTimeout(() => resolve({ ok: true, value: `${chosen}${version}` }), TAKES_MS);
    });
  const { data } = useLoad(chosen, answer, version);
  return (
    <>
      <h1>{chosen}</h1>
      <p id="known">{data.state === "ready" ? data.value : data.state}</p>
      <button type="button" onClick={() => setChosen("乙")}>
        乙
      </button>
      <button type="button" onClick={() => setVersion(1)}>
        +
      </button>
    </>
  );
}
