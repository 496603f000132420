/** An introduction letter (介绍信, M13) as it is printed: every text ready to stand on paper. */
export interface IntroductionLetter {
  /** "2026-0012" */
  readonly number: string;
  /** Whom it is addressed to (抬头). */
  readonly heading: string;
  /** Name, sex, age, ethnic group: plain words. */
  readonly name: string;
  readonly sex: string;
  readonly age: string;
  readonly ethnic: string;
  /** 正式 or 预备. */
  readonly membership: string;
  readonly idNumber: string;
  readonly mobile: string;
  readonly from: string;
  /** Where the person finally goes. */
  readonly finallyTo: string;
  readonly duesPaidUntil: string;
  readonly validDays: number;
  readonly issuedOn: string;
  /** The committee that seals it. */
  readonly committee: string;
  readonly contact: string;
}
