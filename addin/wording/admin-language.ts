export type AdminLanguage = "zh-CN" | "en";
