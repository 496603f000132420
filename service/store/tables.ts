/** What a person's row holds besides his revision; a staged one holds the same. */
const PERSON_TEXTS = [
  ...(["id", "name", "phone", "phone_index", "data_key", "facts", "lists", "revisions"] as const),
  ...(["id_number", "id_index", "landline", "book_number"] as const),
] as const;

const REPORT_KEY = ["set_id", "unit_id", "on_day"] as const;
const WRITTEN = ["account_id", "who", "at"] as const;

/**
 * The tables as the code sees them, one line per column: "text" or "whole" (a whole number), the key columns first.
 * Parents come before their children, so that a copy in this order meets every foreign key.
 * The migrations make them; a test compares the two.
 */
export const TABLES = {
  service: { key: ["id"], whole: ["id", "organisation_revision"], text: ["service_id", "key_check"] },
  unit: { key: ["id"], whole: ["position"], text: ["id", "code", "name", "short_name", "kind", "parent_id"] },
  unit_record: {
    key: ["unit_id"],
    whole: ["revision"],
    text: ["unit_id", "facts", "lists", "revisions", "since_day", "closed_as", "closed_on", "closed_into"],
  },
  unit_version: {
    key: ["unit_id", "from_day"],
    whole: ["position"],
    text: ["unit_id", "from_day", "until_day", "code", "name", "short_name", "kind", "parent_id"],
  },
  person: { key: ["id"], whole: ["revision"], text: [...PERSON_TEXTS, "merged_into"] },
  post: { key: ["id"], whole: [], text: ["id", "person_id", "unit_id", "kind", "from_day", "until_day"] },
  account: {
    key: ["id"],
    whole: ["generation"],
    text: [
      ...["id", "kind", "name", "name_index", "data_key", "unit_id", "person_id", "duty", "permission", "state"],
      ...[
        "term_kind",
        "term_from",
        "term_to",
        "holder",
        "password_hash",
        "password_set_at",
        "first_password_until",
        "made_by",
      ],
    ],
  },
  password_history: { key: ["account_id", "at", "hash"], whole: [], text: ["account_id", "at", "hash"] },
  session: {
    key: ["token_hash"],
    whole: ["generation"],
    text: ["token_hash", "id", "account_id", "acting_post_id", "started_at", "last_seen_at", "from_address"],
  },
  lockout: { key: ["key_index"], whole: ["rounds"], text: ["key_index", "failures", "locked_until"] },
  account_request: {
    key: ["id"],
    whole: [],
    text: [
      ...["id", "kind", "content", "data_key", "unit_id", "requested_by", "requested_at", "state"],
      ...["decided_by", "decided_at", "remark"],
    ],
  },
  template_version: {
    key: ["id"],
    whole: ["version", "year", "revision"],
    text: ["id", "template_id", "state", "name", "level", "body", "published_at"],
  },
  rater_list: {
    key: ["template_id", "rater_class", "account_id"],
    whole: [],
    text: ["template_id", "rater_class", "account_id"],
  },
  ledger: {
    key: ["id"],
    whole: ["year", "name_revision"],
    text: [
      ...["id", "template_id", "template_version_id", "level", "owner_kind", "owner_key", "unit_id", "person_id"],
      ...["name", "state", "created_at"],
    ],
  },
  item: {
    key: ["ledger_id", "item"],
    whole: ["evidence", "challenges", "revision"],
    text: ["ledger_id", "item", "state", "score"],
  },
  wording: {
    key: ["ledger_id", "item", "text_column"],
    whole: ["revision"],
    text: ["ledger_id", "item", "text_column", "wording"],
  },
  rating: {
    key: ["ledger_id", "item", "rater_class", "rater_key"],
    whole: ["revision"],
    text: ["ledger_id", "item", "rater_class", "rater_key", "account_id", "person_id", "score"],
  },
  history: {
    key: ["id"],
    whole: ["id", "revision"],
    text: ["record", "field", "action", "value", "at", "account_id", "who", "reason"],
  },
  evidence: {
    key: ["id"],
    whole: ["bytes"],
    text: ["id", "ledger_id", "item", "file_name", "media_type", "sha256", "stored_as", "uploaded_by", "uploaded_at"],
  },
  notice: {
    key: ["id"],
    whole: [],
    text: ["id", "person_id", "account_id", "at", "kind", "ledger_id", "item", "read_at"],
  },
  talk: { key: ["id"], whole: [], text: ["id", "ledger_id", "item", "at", "account_id", "who", "message"] },
  review_window: {
    key: ["unit_id", "level", "year"],
    whole: ["year", "closed", "revision"],
    text: ["unit_id", "level", "spans"],
  },
  extension: {
    key: ["unit_id", "level", "year", "stage"],
    whole: ["year"],
    text: ["unit_id", "level", "stage", "to_day", "reason"],
  },
  substitute: {
    key: ["ledger_id", "rater_class", "person_id"],
    whole: [],
    text: ["ledger_id", "rater_class", "person_id", "reason"],
  },
  published_standing: {
    key: ["unit_id", "level", "template_id", "year"],
    whole: ["year"],
    text: ["unit_id", "level", "template_id", "published_at"],
  },
  explanation: {
    key: ["record", "check_code", "value_mac"],
    whole: [],
    text: ["record", "check_code", "value_mac", "explanation", "at", "account_id", "who"],
  },
  question: {
    key: ["id"],
    whole: ["revision"],
    text: ["id", "unit_id", "name", "content", "account_id", "who", "at"],
  },
  record_export: {
    key: ["id"],
    whole: ["people"],
    text: ["id", "unit_id", "list", "purpose", "from_day", "to_day", "sha256", "account_id", "at"],
  },
  header_mapping: { key: ["unit_id", "layout"], whole: [], text: ["unit_id", "layout", "mapping", "at"] },
  people_import: {
    key: ["id"],
    whole: [],
    text: ["id", "unit_id", "account_id", "file_name", "sha256", "made_at", "state", "summary"],
  },
  import_row: {
    key: ["import_id", "sheet", "row_number"],
    whole: ["row_number"],
    text: ["import_id", "sheet", "verdict", "person_id", "detail"],
  },
  staged_person: {
    key: ["import_id", "id"],
    whole: ["base_revision", "revision"],
    text: ["import_id", ...PERSON_TEXTS],
  },
  staged_post: {
    key: ["import_id", "id"],
    whole: [],
    text: ["import_id", "id", "person_id", "unit_id", "kind", "from_day", "until_day"],
  },
  staged_history: {
    key: ["import_id", "person_id", "field"],
    whole: ["revision"],
    text: ["import_id", "person_id", "field", "value"],
  },
  transfer: {
    key: ["id"],
    whole: ["valid_days", "whole_unit", "revision"],
    text: [
      ...["id", "person_id", "kind", "scope", "state", "from_unit_id", "to_unit_id", "heading", "finally_to", "reason"],
      ...["issued_on", "dues_paid_until", "number", "batch_id", "received_on", "branch_id", "steps"],
    ],
  },
  letter_number: { key: ["unit_id", "year"], whole: ["year", "last"], text: ["unit_id"] },
  development_plan: {
    key: ["id"],
    whole: ["year", "reported", "approved_number", "revision"],
    text: [
      ...["id", "unit_id", "confirmed_at", "confirmed_by", "approved_at", "approved_by", "listed_at", "listed_by"],
      ...["sealed_on", "received_on"],
    ],
  },
  plan_entry: { key: ["plan_id", "person_id"], whole: [], text: ["plan_id", "person_id", "checked", "reason"] },
  dues_payment: {
    key: ["id"],
    whole: [],
    text: [
      ...["id", "person_id", "unit_id", "from_month", "to_month", "amount", "kind", "approval", "paid_on", "at"],
      ...["account_id", "who"],
    ],
  },
  dues_month: { key: ["person_id", "month"], whole: [], text: ["person_id", "month", "payment_id"] },
  unit_notice: {
    key: ["id"],
    whole: [],
    text: ["id", "unit_id", "at", "kind", "record", "about", "who", "reason"],
  },
  unit_notice_read: { key: ["account_id", "notice_id"], whole: [], text: ["account_id", "notice_id", "at"] },
  report_entry: {
    key: [...REPORT_KEY, "cell"],
    whole: ["revision"],
    text: [...REPORT_KEY, "cell", "kind", "entered", "generated", "reason", ...WRITTEN],
  },
  check_explanation: {
    key: [...REPORT_KEY, "check_code", "line", "check_version", "left_value", "right_value"],
    whole: [],
    text: [
      ...REPORT_KEY,
      ...(["check_code", "line", "check_version", "left_value", "right_value", "explanation"] as const),
      ...WRITTEN,
    ],
  },
  check_exemption: {
    key: ["set_id", "unit_id", "year", "check_code"],
    whole: ["year"],
    text: ["set_id", "unit_id", "check_code", "reason", ...WRITTEN],
  },
  point_answer: {
    key: [...REPORT_KEY, "point"],
    whole: ["revision"],
    text: [...REPORT_KEY, "point", "answer", ...WRITTEN],
  },
  opening_figures: {
    key: ["set_id", "unit_id", "year"],
    whole: ["year"],
    text: ["set_id", "unit_id", "cell_values", "reason", ...WRITTEN],
  },
  submission: {
    key: ["id"],
    whole: ["number", "change_number", "revision"],
    text: [
      ...(["id", ...REPORT_KEY, "state", "submitted_at", "account_id", "who", "definition", "cell_values"] as const),
      ...(["seen_at", "decided_at", "decided_by", "decision_reason", "printed_on"] as const),
    ],
  },
  submission_frozen: {
    key: ["submission_id", "part"],
    whole: ["part"],
    text: ["submission_id", "bytes"],
  },
  submission_remark: { key: ["id"], whole: [], text: ["id", "submission_id", "cell", "remark", "who", "at"] },
  push: { key: ["account_id", "push_key"], whole: [], text: ["account_id", "push_key", "body_hash", "answer", "at"] },
  audit_entry: {
    key: ["number"],
    whole: ["number"],
    text: [
      ...["at", "account_id", "from_address", "action", "record", "outcome", "why", "fields", "data_key"],
      ...["previous_hash", "hash"],
    ],
  },
  chain_head: { key: ["id"], whole: ["id", "number"], text: ["hash"] },
} as const satisfies Readonly<Record<string, TableShape>>;

export interface TableShape {
  readonly key: readonly string[];
  readonly whole: readonly string[];
  readonly text: readonly string[];
}

export type TableName = keyof typeof TABLES;
export type TextColumn<T extends TableName> = (typeof TABLES)[T]["text"][number];
export type WholeColumn<T extends TableName> = (typeof TABLES)[T]["whole"][number];
export type ColumnOf<T extends TableName> = TextColumn<T> | WholeColumn<T>;

/** What is written: every column has its value. */
export type RowOf<T extends TableName> = Readonly<Record<TextColumn<T>, string | null>> &
  Readonly<Record<WholeColumn<T>, number | null>>;

/** Kysely's view. Rows are read as unknown values and parsed at the door. */
export type Tables = { readonly [T in TableName]: Record<ColumnOf<T>, string | number | null> };

export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

export function columnsOf<T extends TableName>(table: T): readonly ColumnOf<T>[] {
  const { whole, text } = TABLES[table];
  return [...whole, ...text] as readonly ColumnOf<T>[];
}
