const MOBILE = /(?<!\d)(1\d{2})\d{4}(\d{4})(?!\d)/g;

/** 13812345678 -> 138****5678, wherever it stands; an account name may be a phone number (A12). */
export function maskPhone(text: string): string {
  return text.replace(MOBILE, "$1****$2");
}
