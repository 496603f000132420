import type { Post, PostKind } from "#core/organisation/post.ts";

/** Party posts by the words officers use; plain membership and work for the office are none. */
const NAMES: Readonly<Partial<Record<PostKind, string>>> = {
  secretary: "书记",
  "deputy-secretary": "副书记",
  "organisation-member": "组织委员",
  organiser: "组织员",
};

/** 党内职务 as one text, each kind once: "书记、组织委员"; "" for who holds none. */
export function postsHeld(posts: readonly Pick<Post, "kind">[]): string {
  const held = new Set(posts.map(({ kind }) => kind));
  return (Object.keys(NAMES) as PostKind[]).flatMap((kind) => (held.has(kind) ? (NAMES[kind] ?? []) : [])).join("、");
}
