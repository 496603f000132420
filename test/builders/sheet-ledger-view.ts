import { toId, type ItemKey, type LedgerId } from "#core/kernel/ids.ts";
import { computeTotals } from "#core/ledger/scoring/compute-totals.ts";
import type { ItemState } from "#core/ledger/handling/item-state.ts";
import type { Rating } from "#core/ledger/scoring/rating.ts";
import type { TemplateBody } from "#core/ledger/template/template.ts";
import type { ItemView, LedgerView, LedgerViewer, RatingView } from "#core/sheet/ledger/ledger-view.ts";
import { ratingSight } from "#core/sheet/ledger/ledger-view.ts";
import { aTemplate } from "./ledger-template.ts";

/** One rating as a test says it: who gives which item how much. */
export interface RatingGiven {
  readonly item: string;
  readonly raterClass: string;
  readonly rater: string;
  readonly score: string;
}

export interface LedgerViewWish {
  readonly viewer?: LedgerViewer;
  readonly template?: TemplateBody;
  /** Standing score by item key; the owner's own unless `views` says otherwise. */
  readonly scores?: Readonly<Record<string, string>>;
  readonly views?: readonly (Partial<Omit<ItemView, "key">> & { readonly key: string })[];
  readonly ratings?: readonly RatingGiven[];
  /** Class the viewer rates in, as rater "me". */
  readonly ratesAs?: string;
  readonly mayScore?: boolean;
  readonly mayReword?: boolean;
  readonly mayRename?: boolean;
}

/** A ledger as its owner sees it while filling is open, unless the wish says otherwise; totals are the service's own. */
export function aLedgerView(wish: LedgerViewWish = {}): LedgerView {
  const template = wish.template ?? aTemplate();
  const viewer = wish.viewer ?? "owner";
  const items = template.sections.flatMap((section) => section.items.map((item) => itemView(item.key, wish)));
  return {
    issue: {
      service: "svc_test",
      definition: "tpl_1@1",
      change: 42,
      issuedAt: "2026-11-21T08:00:00.000Z",
      issuedTo: "机关党总支",
    },
    ledgerId: toId<LedgerId>("led_1"),
    name: { text: "机关第一党支部台账", revision: 3, mayEdit: wish.mayRename ?? viewer === "owner" },
    unitName: "机关第一党支部",
    ownerName: "支部书记",
    stateText: "填报中（2026-01-01 至 2026-12-20）",
    viewer,
    template,
    items,
    ratings: ratingViews(template, wish),
    totals: computeTotals(template, scoresOf(items), (wish.ratings ?? []).map(ratingOf)),
  };
}

function itemView(key: ItemKey, wish: LedgerViewWish): ItemView {
  const score = wish.scores?.[key];
  const state: ItemState = {
    key,
    evidence: score === undefined ? 0 : 1,
    entries: score === undefined ? [] : [ownEntry(score)],
    settledWith: [],
  };
  const change = wish.views?.find((candidate) => candidate.key === key);
  const owner = (wish.viewer ?? "owner") === "owner";
  return {
    texts: [],
    mayReword: wish.mayReword ?? owner,
    state,
    revision: score === undefined ? 0 : 1,
    completion: score === undefined ? "missing" : "complete",
    mayScore: wish.mayScore ?? owner,
    handling: [],
    history: [],
    evidenceLink: null,
    ...change,
    key,
  };
}

function ownEntry(score: string): ItemState["entries"][number] {
  return {
    role: "owner",
    accountId: toId("acc_owner"),
    personId: null,
    score,
    at: "2026-06-01T02:00:00.000Z" as ItemState["entries"][number]["at"],
    reason: "",
    status: "own",
    statement: "",
  };
}

function scoresOf(items: readonly ItemView[]): ReadonlyMap<ItemKey, string | null> {
  return new Map(items.map((item) => [item.key, item.state.entries.at(-1)?.score ?? null]));
}

function ratingOf(given: RatingGiven): Rating {
  return {
    item: toId(given.item),
    raterClass: given.raterClass,
    raterAccountId: toId(given.rater),
    raterPersonId: null,
    score: given.score,
  };
}

function ratingViews(template: TemplateBody, wish: LedgerViewWish): readonly RatingView[] {
  const sight = ratingSight(wish.viewer ?? "owner");
  const given = wish.ratings ?? [];
  return template.qualitative.flatMap((item) =>
    template.policy.classes.map(({ code }): RatingView => {
      const ofClass = given.filter((rating) => rating.item === item.key && rating.raterClass === code);
      const own = ofClass.find((rating) => rating.rater === "me")?.score ?? null;
      const raters = [
        ...new Set(
          given.filter((rating) => rating.raterClass === code && rating.rater !== "me").map((rating) => rating.rater),
        ),
      ];
      const others = raters.map((rater) => ({
        rater,
        name: rater,
        score: ofClass.find((rating) => rating.rater === rater)?.score ?? null,
      }));
      return {
        item: item.key,
        raterClass: code,
        own: code === wish.ratesAs ? { score: own, revision: own === null ? 0 : 1, mayRate: true } : null,
        others: sight === "raters" ? others : [],
      };
    }),
  );
}
