/**
 * A second reading of L14, A0 and A11, written from their text alone and on purpose in another way than core/access:
 * no sets and no scope, but for one actor, one ledger and one action the sentences of the rules as "there is a post
 * such that". It imports types only. Where the two differ, one of them has misread the rule.
 */
import type { Decision, LedgerAction } from "#core/access/decide.ts";
import type { PostKind } from "#core/organisation/post.ts";
import type { UnitKind } from "#core/organisation/unit.ts";

export interface World {
  readonly units: readonly { readonly id: string; readonly parentId: string | null; readonly kind: UnitKind }[];
  readonly posts: readonly WorldPost[];
  readonly substitutes: readonly { readonly person: string; readonly ledger: string; readonly as: "peer" | "leader" }[];
  readonly lists: readonly { readonly person: string; readonly template: string }[];
}

export interface WorldPost {
  readonly person: string;
  readonly unit: string;
  readonly kind: PostKind;
}

/** Who asks: a unit's account, or a person acting for one of his posts. */
export interface Asker {
  readonly account: { readonly of: "unit"; readonly unit: string } | ({ readonly of: "person" } & WorldPost);
  readonly readOnly: boolean;
}

export interface AskedLedger {
  readonly id: string;
  readonly template: string;
  /** The owning unit, or the owning member's branch. */
  readonly unit: string;
  /** The owning member; null for a unit's ledger. */
  readonly member: string | null;
}

/** L14.1, L2, L8. */
const OWNERS_ONLY: readonly LedgerAction[] = [
  "reword",
  "delete",
  "attach-evidence",
  "remove-evidence",
  "score-self",
  "answer-challenge",
];
/** L7, L8. */
const PEERS_ONLY: readonly LedgerAction[] = ["challenge", "withdraw-challenge"];
/** L9, L10. */
const LEADERS_ONLY: readonly LedgerAction[] = ["rule", "reopen"];

const same = (a: WorldPost, b: WorldPost) => a.person === b.person && a.unit === b.unit && a.kind === b.kind;

export class Oracle {
  readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  decide(asker: Asker, ledger: AskedLedger, action: LedgerAction): Decision {
    if (!this.reads(asker, ledger)) return "invisible";
    if (!this.mayDo(asker, ledger, action)) return "forbidden";
    if (asker.readOnly && action !== "read" && action !== "see-raters") return "read-only";
    return "allowed";
  }

  /** L14.6: the owner; his peers; every unit above the owner at any distance; everyone below the owner's unit. */
  reads(asker: Asker, ledger: AskedLedger): boolean {
    return (
      this.isOwner(asker, ledger) ||
      this.isPeer(asker, ledger) ||
      this.isAboveOwner(asker, ledger) ||
      this.isBelowOwner(asker, ledger) ||
      this.isNamed(asker, ledger)
    );
  }

  /** A11: everything below it; not plain members, and the information officer is no administrator. */
  administers(asker: Asker, unit: string): boolean {
    const { account } = asker;
    if (account.of === "person" && (account.kind === "member" || account.kind === "information-officer")) return false;
    return this.isHigher(account.unit, unit);
  }

  /** The committee at the top, whoever works there. */
  isOrganisationDepartment({ account }: Asker): boolean {
    if (account.of === "person" && account.kind === "member") return false;
    return this.world.units.some((unit) => unit.id === account.unit && unit.parentId === null);
  }

  private mayDo(asker: Asker, ledger: AskedLedger, action: LedgerAction): boolean {
    if (action === "read") return true;
    if (OWNERS_ONLY.includes(action)) return this.isOwner(asker, ledger);
    if (PEERS_ONLY.includes(action)) return this.isPeer(asker, ledger);
    if (LEADERS_ONLY.includes(action)) return this.isLeader(asker, ledger);
    if (action === "escalate") return this.isOwner(asker, ledger) || this.isPeer(asker, ledger); // L9: either side
    if (action === "set-window") return this.isSuperior(asker, ledger); // L15
    // What is left is about raters, and nobody has a say in who rates him or learns it (L14.8).
    return !this.isHis(asker, ledger) && this.mayDoAboutRaters(asker, ledger, action);
  }

  private mayDoAboutRaters(asker: Asker, ledger: AskedLedger, action: LedgerAction): boolean {
    if (action === "name-substitute") return this.isSuperior(asker, ledger); // L14.8
    if (action === "see-raters") return this.isLeader(asker, ledger) || this.isOrganisationDepartment(asker); // L11
    if (action === "rate-as-peer") return this.isPeer(asker, ledger) || this.isSubstitute(asker, ledger, "peer");
    if (action === "rate-as-leader") return this.isLeader(asker, ledger) || this.isSubstitute(asker, ledger, "leader");
    return action === "rate-as-listed" && this.isListed(asker, ledger); // L12
  }

  /** L3, A0: the unit's account, its secretary, or the member for himself. */
  private isOwner({ account }: Asker, ledger: AskedLedger): boolean {
    if (!this.exists(ledger)) return false;
    if (ledger.member !== null)
      return account.of === "person" && account.kind === "member" && account.person === ledger.member;
    return account.unit === ledger.unit && (account.of === "unit" || account.kind === "secretary");
  }

  /** L14.8: his by any post he holds, whatever he acts for. */
  private isHis({ account }: Asker, ledger: AskedLedger): boolean {
    if (account.of === "unit") return false;
    return this.belongsTo(account.person, ledger);
  }

  private belongsTo(person: string, ledger: AskedLedger): boolean {
    if (ledger.member !== null) return person === ledger.member;
    return this.world.posts.some((p) => p.person === person && p.kind === "secretary" && p.unit === ledger.unit);
  }

  /** L14.2, L14.3, L14.5, L14.7: there is a peer's post, and he acts for it. */
  private isPeer({ account }: Asker, ledger: AskedLedger): boolean {
    if (account.of === "unit" || !this.exists(ledger)) return false;
    return this.world.posts.some(
      (post) => same(post, account) && !this.belongsTo(post.person, ledger) && this.isPeersPost(post, ledger),
    );
  }

  private isPeersPost(post: WorldPost, ledger: AskedLedger): boolean {
    if (ledger.member !== null) return post.kind === "member" && post.unit === ledger.unit;
    if (post.kind !== "secretary" || post.unit === ledger.unit) return false;
    return this.world.units.some((mine) =>
      this.world.units.some(
        (theirs) =>
          mine.id === post.unit &&
          theirs.id === ledger.unit &&
          mine.kind === theirs.kind &&
          mine.parentId !== null &&
          mine.parentId === theirs.parentId,
      ),
    );
  }

  /** L14.4, L14.7: a leading post of the parent unit; for a member, of his branch. */
  private isLeader({ account }: Asker, ledger: AskedLedger): boolean {
    if (account.of === "unit" || !this.exists(ledger)) return false;
    return this.world.posts.some(
      (post) =>
        same(post, account) &&
        (post.kind === "secretary" || post.kind === "deputy-secretary") &&
        !this.belongsTo(post.person, ledger) &&
        (ledger.member !== null ? post.unit === ledger.unit : this.isParent(post.unit, ledger.unit)),
    );
  }

  /** L14.6; plain members look after nobody. A member's own branch is above him. */
  private isAboveOwner({ account }: Asker, ledger: AskedLedger): boolean {
    if (!this.exists(ledger) || (account.of === "person" && account.kind === "member")) return false;
    return this.isHigher(account.unit, ledger.unit) || (ledger.member !== null && account.unit === ledger.unit);
  }

  private isBelowOwner({ account }: Asker, ledger: AskedLedger): boolean {
    if (!this.exists(ledger) || ledger.member !== null) return false;
    return account.unit === ledger.unit || this.isHigher(ledger.unit, account.unit);
  }

  /** L15: whoever administers the owner's unit; for members also the branch itself and its leading posts. */
  private isSuperior(asker: Asker, ledger: AskedLedger): boolean {
    if (this.administers(asker, ledger.unit)) return true;
    const { account } = asker;
    if (ledger.member === null || account.unit !== ledger.unit) return false;
    return account.of === "unit" || account.kind === "secretary" || account.kind === "deputy-secretary";
  }

  private isNamed(asker: Asker, ledger: AskedLedger): boolean {
    if (this.isListed(asker, ledger)) return true;
    return this.world.substitutes.some(
      (s) => asker.account.of === "person" && s.person === asker.account.person && s.ledger === ledger.id,
    );
  }

  private isListed({ account }: Asker, ledger: AskedLedger): boolean {
    if (account.of === "unit") return false;
    return this.world.lists.some((list) => list.person === account.person && list.template === ledger.template);
  }

  private isSubstitute({ account }: Asker, ledger: AskedLedger, as: "peer" | "leader"): boolean {
    if (account.of === "unit") return false;
    return this.world.substitutes.some((s) => s.person === account.person && s.ledger === ledger.id && s.as === as);
  }

  /** The root has no parent to judge it; a party group owns no ledger; members belong to branches. */
  private exists(ledger: AskedLedger): boolean {
    return this.world.units.some((unit) => {
      if (unit.id !== ledger.unit) return false;
      return ledger.member !== null ? unit.kind === "branch" : unit.parentId !== null && unit.kind !== "party-group";
    });
  }

  private isParent(upper: string, lower: string): boolean {
    return this.world.units.some((unit) => unit.id === lower && unit.parentId === upper);
  }

  private isHigher(upper: string, lower: string): boolean {
    return this.world.units.some(
      (unit) =>
        unit.id === lower && unit.parentId !== null && (unit.parentId === upper || this.isHigher(upper, unit.parentId)),
    );
  }
}
