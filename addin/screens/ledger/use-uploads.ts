import { useState } from "react";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import type { Answered, Upload } from "./ledger-screen-props.ts";

export interface RunningUpload {
  readonly id: number;
  readonly name: string;
  readonly percent: number;
  readonly cancel: () => void;
}

export interface UploadNeeds {
  readonly attach: (file: File, upload: Upload) => Answered<unknown>;
  readonly onDone: () => void;
  readonly onRefused: (file: File, refusal: ShownRefusal) => void;
}

let lastId = 0;

/** Several files at once, one after the other: the first one's score is the second one's base. */
export function useUploads(needs: UploadNeeds) {
  const [running, setRunning] = useState<readonly RunningUpload[]>([]);
  const send = async (file: File, id: number, stop: AbortController) => {
    const progress = (percent: number) =>
      setRunning((all) => all.map((upload) => (upload.id === id ? { ...upload, percent } : upload)));
    const answer = await needs.attach(file, { progress, signal: stop.signal });
    setRunning((all) => all.filter((upload) => upload.id !== id));
    if (!answer.ok) needs.onRefused(file, answer.refusal);
  };
  const start = async (files: readonly File[]) => {
    const queued = files.map((file) => ({ file, id: (lastId += 1), stop: new AbortController() }));
    const shown = queued.map(({ file, id, stop }) => ({ id, name: file.name, percent: 0, cancel: () => stop.abort() }));
    setRunning((all) => [...all, ...shown]);
    for (const { file, id, stop } of queued) await send(file, id, stop);
    needs.onDone();
  };
  return { running, start: (files: readonly File[]) => void start(files) };
}
