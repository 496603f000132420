import { workbenchPagesWords } from "#addin/wording/workbench-pages-words.ts";
import type { Language } from "#core/wording/language.ts";

/** Before anything is open: where to begin, and the keys. */
export function Home({ language }: { readonly language: Language }) {
  const words = workbenchPagesWords(language).home;
  return (
    <section className="shell-home" aria-label={words.title}>
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <h2>{words.keysTitle}</h2>
      <dl>
        {words.keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
