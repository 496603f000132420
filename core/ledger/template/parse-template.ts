import { toId, type ItemKey } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { checkTemplate } from "./check-template.ts";
import type { GradeBand, RaterClass, ScoringPolicy } from "../policy.ts";
import type { ScoringKind } from "../scoring/scoring-kind.ts";
import type { QualitativeItem, QuantitativeItem, Section, TemplateBody, TextColumn } from "./template.ts";
import {
  asRecord,
  readBoolean,
  readList,
  readNullable,
  readNumber,
  readObject,
  readOneOf,
  readTable,
  readText,
  type Reader,
} from "../template-check/read-shape.ts";
import type { TemplateProblem } from "./template-problem.ts";

export interface TemplateRefusal {
  readonly code: "template-invalid";
  /** At least one; shape first, and the rules only when the shape is right. */
  readonly problems: readonly TemplateProblem[];
}

/** Data from a file, a sheet or a client as a sound template; never half of one. `$schema` is for editors and is dropped. */
export function parseTemplate(data: unknown): Result<TemplateBody, TemplateRefusal> {
  const problems: TemplateProblem[] = [];
  const { $schema: _, ...fields } = asRecord(data, "", problems);
  const body = readBody(fields, "", problems);
  const found = problems.length > 0 ? problems : checkTemplate(body);
  return found.length > 0 ? refuse({ code: "template-invalid", problems: found }) : ok(body);
}

const readKey: Reader<ItemKey> = (value, place, problems) => toId<ItemKey>(readText(value, place, problems));

const readNullableText = readNullable(readText);

type OfKind<K extends ScoringKind["kind"]> = Extract<ScoringKind, { kind: K }>;

const KINDS: { readonly [K in ScoringKind["kind"]]: Reader<OfKind<K>> } = {
  full: readObject<OfKind<"full">>({ kind: readOneOf("full") }),
  deduction: readObject<OfKind<"deduction">>({
    kind: readOneOf("deduction"),
    perEvent: readNullableText,
    floor: readText,
  }),
  ratio: readObject<OfKind<"ratio">>({
    kind: readOneOf("ratio"),
    target: readText,
    full: readText,
    step: readText,
    perStep: readText,
  }),
  levels: readObject<OfKind<"levels">>({ kind: readOneOf("levels"), levels: readList(readText) }),
  bonus: readObject<OfKind<"bonus">>({ kind: readOneOf("bonus"), cap: readNullableText }),
  veto: readObject<OfKind<"veto">>({ kind: readOneOf("veto") }),
};

const readKindName = readOneOf("full", "deduction", "ratio", "levels", "bonus", "veto");

const readKind: Reader<ScoringKind> = (value, place, problems) => {
  const before = problems.length;
  const name = readKindName(asRecord(value, place, problems)["kind"], `${place}.kind`, problems);
  return problems.length > before ? { kind: "full" } : KINDS[name](value, place, problems);
};

const readItem = readObject<QuantitativeItem>({
  key: readKey,
  number: readText,
  texts: readTable(readText),
  maximum: readText,
  kind: readKind,
});

const readBody = readObject<TemplateBody>({
  name: readText,
  year: readNumber,
  level: readOneOf("general-branch", "branch", "member"),
  columns: readList(
    readObject<TextColumn>({ key: readText, title: readText, rewordable: readBoolean, width: readNumber }),
  ),
  sections: readList(
    readObject<Section>({ key: readText, title: readText, weight: readNullableText, items: readList(readItem) }),
  ),
  qualitative: readList(
    readObject<QualitativeItem>({ key: readKey, name: readText, description: readText, maximum: readText }),
  ),
  policy: readObject<ScoringPolicy>({
    quantitativeWeight: readText,
    qualitativeWeight: readText,
    classes: readList(readObject<RaterClass>({ code: readText, name: readText, weight: readText })),
    base: readText,
    scale: readOneOf("as-is", "to-base"),
    combine: readOneOf("mean", "trimmed-mean"),
    decimals: readNumber,
    grades: readList(readObject<GradeBand>({ name: readText, from: readNullableText })),
    veto: readOneOf("total-zero", "lowest-grade"),
    floor: readNullableText,
  }),
});
