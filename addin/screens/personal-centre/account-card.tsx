import { Badge } from "@fluentui/react-components";
import type { Language } from "#core/wording/language.ts";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { personalCentreWords } from "#addin/wording/accounts/personal-centre-words.ts";
import type { Me, MyPost } from "#core/protocol/session.ts";

export function AccountCard({ language, me }: { readonly language: Language; readonly me: Me }) {
  const words = personalCentreWords[language];
  const shared = adminWords[language];
  return (
    <section className="admin-card">
      <h2>{words.accountTitle}</h2>
      <dl className="admin-facts">
        <dt>{words.account}</dt>
        <dd>{me.accountName}</dd>
        <dt>{words.kind}</dt>
        <dd>{me.duty === null ? shared.accountKinds[me.kind] : shared.duties[me.duty]}</dd>
        {me.personName !== null && (
          <>
            <dt>{words.holder}</dt>
            <dd>{me.personName}</dd>
          </>
        )}
        {me.unit !== null && (
          <>
            <dt>{words.unit}</dt>
            <dd>{me.unit.name}</dd>
          </>
        )}
        <dt>{words.permission}</dt>
        <dd>{shared.permissions[me.permission]}</dd>
        {me.posts.length > 0 && (
          <>
            <dt>{words.posts}</dt>
            <dd>
              <ul className="personal-posts">
                {me.posts.map((post) => (
                  <li key={post.id}>
                    {postText(post, language)}
                    {post.id === me.actingPostId && (
                      <Badge appearance="tint" color="informative">
                        {words.acting}
                      </Badge>
                    )}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

function postText(post: MyPost, language: Language): string {
  return `${post.unitName} ${adminWords[language].posts[post.kind]}`;
}
