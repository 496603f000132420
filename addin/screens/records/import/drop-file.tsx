import { useState } from "react";
import "../records.css";

export interface DropFileProps {
  readonly label: string;
  readonly disabled: boolean;
  readonly onFile: (file: File) => void;
}

/** A file that is dropped or chosen. */
export function DropFile({ label, disabled, onFile }: DropFileProps) {
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !disabled) onFile(file);
  };
  return (
    <label
      className="records-drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <span>{label}</span>
      <input
        type="file"
        accept=".xlsx"
        disabled={disabled}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = "";
        }}
      />
    </label>
  );
}
