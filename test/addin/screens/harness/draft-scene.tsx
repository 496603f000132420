import { useState } from "react";
import { DraftKeeper, useDraft } from "#addin/components/drafts.tsx";

function Box({ name }: { readonly name: string }) {
  const [begun, setBegun] = useDraft(name);
  return (
    <>
      <input aria-label={name} value={begun ?? "已保存"} onChange={({ target }) => setBegun(target.value)} />
      <button type="button" onClick={() => setBegun(null)}>
        保存
      </button>
    </>
  );
}

/** Two pages that lie over each other in turn, and how much was begun on both. */
export function DraftScene() {
  const [page, setPage] = useState("答复");
  const [count, setCount] = useState(0);
  return (
    <DraftKeeper onCount={setCount}>
      <h1>{page}</h1>
      <p id="begun">{count}</p>
      <Box key={page} name={page} />
      {["答复", "说明"].map((each) => (
        <button key={each} type="button" onClick={() => setPage(each)}>
          {each}
        </button>
      ))}
    </DraftKeeper>
  );
}
