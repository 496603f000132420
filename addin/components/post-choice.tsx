import { Select } from "@fluentui/react-components";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import type { Me } from "#core/protocol/session.ts";
import type { Language } from "#core/wording/language.ts";

export interface PostChoiceProps {
  readonly me: Me;
  readonly language: Language;
  readonly onPost: (postId: string) => void;
}

/** A person acts for one post at a time (A0). */
export function PostChoice({ me, language, onPost }: PostChoiceProps) {
  return (
    <Select
      size="small"
      aria-label={workbenchWords(language).shell.actingAs}
      value={me.actingPostId ?? ""}
      onChange={(_, data) => onPost(data.value)}
    >
      {me.posts.map((post) => (
        <option key={post.id} value={post.id}>
          {`${post.unitName} ${adminWords[language].posts[post.kind]}`}
        </option>
      ))}
    </Select>
  );
}
