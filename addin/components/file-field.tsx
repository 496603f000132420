import { Field } from "@fluentui/react-components";
import { useState } from "react";

export interface FileFieldProps {
  readonly label: string;
  /** ".xlsx" */
  readonly accept: string;
  /** While one is read no other is taken. */
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
}

/** A file to be read, its name below. Not disabled while it is read: that would take the focus out of the dialog. */
export function FileField({ label, accept, busy, onFile }: FileFieldProps) {
  const [name, setName] = useState<string | null>(null);
  return (
    <Field label={label} hint={name}>
      {(control) => (
        <input
          {...control}
          type="file"
          accept={accept}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            // So that the same one can be chosen again when it was mended.
            currentTarget.value = "";
            if (!file || busy) return;
            setName(file.name);
            onFile(file);
          }}
        />
      )}
    </Field>
  );
}
