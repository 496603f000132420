import { toId, type ItemKey } from "#core/kernel/ids.ts";
import type { ScoringPolicy } from "#core/ledger/policy.ts";
import type { QualitativeItem, QuantitativeItem, Section, TemplateBody } from "#core/ledger/template/template.ts";

/** Template parts that are valid by default; a test names only what matters to it. */

export function anItemKey(key: string): ItemKey {
  return toId<ItemKey>(key);
}

export function anItem(
  change: Partial<Omit<QuantitativeItem, "key">> & { readonly key?: string } = {},
): QuantitativeItem {
  const { key = "q1", ...rest } = change;
  return {
    number: "1.1",
    texts: { task: "按期召开支部党员大会" },
    maximum: "10",
    kind: { kind: "full" },
    ...rest,
    key: anItemKey(key),
  };
}

export function aSection(change: Partial<Section> = {}): Section {
  return { key: "s1", title: "组织建设", weight: null, items: [anItem()], ...change };
}

export function aQualitativeItem(
  change: Partial<Omit<QualitativeItem, "key">> & { readonly key?: string } = {},
): QualitativeItem {
  const { key = "l1", ...rest } = change;
  return { name: "班子团结协作", description: "分工明确，遇事共商。", maximum: "10", ...rest, key: anItemKey(key) };
}

export function aPolicy(change: Partial<ScoringPolicy> = {}): ScoringPolicy {
  return {
    quantitativeWeight: "0.7",
    qualitativeWeight: "0.3",
    classes: [
      { code: "self", name: "自评", weight: "0.2" },
      { code: "peer", name: "互评", weight: "0.3" },
      { code: "leader", name: "领导评", weight: "0.5" },
    ],
    base: "100",
    scale: "as-is",
    combine: "mean",
    decimals: 2,
    grades: [],
    veto: "total-zero",
    floor: null,
    ...change,
  };
}

export function aTemplate(
  change: Partial<Omit<TemplateBody, "policy">> & { readonly policy?: Partial<ScoringPolicy> } = {},
): TemplateBody {
  const { policy, ...rest } = change;
  return {
    name: "党支部工作考核台账",
    year: 2026,
    level: "branch",
    columns: [
      { key: "task", title: "工作任务", rewordable: true, width: 28 },
      { key: "requirement", title: "完成要求", rewordable: true, width: 36 },
      { key: "responsible", title: "负责人", rewordable: true, width: 10 },
      { key: "due", title: "完成时限", rewordable: true, width: 12 },
    ],
    sections: [aSection()],
    qualitative: [aQualitativeItem()],
    ...rest,
    policy: aPolicy(policy),
  };
}
