import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Language } from "#core/wording/language.ts";
import { sayRefusal } from "#core/wording/say-refusal.ts";

/** Why nothing was done without the service having said so. */
export type OwnRefusal = { readonly code: "service-unreachable" | "typed-meanwhile" };

export type ShownRefusal = AnyRefusal | OwnRefusal;

const OWN: Readonly<Record<OwnRefusal["code"], Readonly<Record<Language, string>>>> = {
  "service-unreachable": {
    "zh-CN": "连不上台账服务，请稍后重试；未发送的修改仍在本页。",
    en: "The service does not answer. Try again later; changes not sent yet stay on this page.",
  },
  "typed-meanwhile": {
    "zh-CN": "更新表格时您还在填写，表格没有更新，填写的内容都在。请停止填写后再试一次。",
    en: "You went on typing, so the sheet was not brought up to date. All that you typed is there. Pause, then try again.",
  },
};

export function sayShownRefusal(language: Language, refusal: ShownRefusal): string {
  return isOwn(refusal) ? OWN[refusal.code][language] : sayRefusal(language, refusal);
}

function isOwn(refusal: ShownRefusal): refusal is OwnRefusal {
  return refusal.code in OWN;
}
