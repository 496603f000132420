import type { RecordRefusal } from "#core/people/record-refusal.ts";

/** 409: something else stands in the way; 422: understood, and a rule says no. */
export const RECORD_STATUS = {
  "id-number-known": 409,
  "unit-unknown": 422,
  "merge-same-record": 422,
  "merge-with-account": 409,
  "merge-two-id-numbers": 422,
  "no-such-finding": 409,
  "explanation-too-short": 422,
  "explanation-empty-phrase": 422,
  "question-unreadable": 422,
  "question-name-taken": 409,
} as const satisfies Record<RecordRefusal["code"], number>;
