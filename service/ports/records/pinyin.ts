/** Chinese names in Latin letters: for account names (A1) and for finding them inside passwords (A2). */
export interface Pinyin {
  /** 机关党总支 -> "jgdzz"; letters and digits are kept. */
  readonly initialsOf: (text: string) => string;
  /** 张伟 -> "zhangwei". */
  readonly fullOf: (text: string) => string;
}
