import { useCallback, useEffect, useState } from "react";
import type { DeskStorage } from "#addin/hosts/open-desk.ts";
import type { Language } from "#core/wording/language.ts";

const KEY = "taizhang.language";

/** The language of this desk, kept where the desk allows it. */
export function useLanguage(storage: DeskStorage | null): readonly [Language, (language: Language) => void] {
  const [language, setLanguage] = useState<Language>(() => readLanguage(storage));
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = useCallback(
    (next: Language) => {
      setLanguage(next);
      writeLanguage(storage, next);
    },
    [storage],
  );
  return [language, choose];
}

function readLanguage(storage: DeskStorage | null): Language {
  try {
    return storage?.getItem(KEY) === "en" ? "en" : "zh-CN";
  } catch {
    // Storage of a page in a foreign frame may be forbidden; the first language is as good.
    return "zh-CN";
  }
}

function writeLanguage(storage: DeskStorage | null, language: Language): void {
  try {
    storage?.setItem(KEY, language);
  } catch {
    // Not remembered: it can be chosen again.
    return;
  }
}
