import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import type { LedgerLevel } from "#core/ledger/template/template.ts";
import type { PostKind } from "#core/organisation/post.ts";
import type { AccountRecord } from "#service/ports/records.ts";
import type { DemoCast, DemoRater } from "./demo-journey.ts";
import type { DemoOrganisation } from "./demo-organisation.ts";

/** One possible ledger owner with the people around him, by the tree alone (L14). */
export interface DemoOwner {
  readonly level: LedgerLevel;
  readonly unitId: UnitId;
  readonly personId: PersonId | null;
  readonly title: string;
  readonly cast: DemoCast;
}

export function demoOwners(organisation: DemoOrganisation, accounts: readonly AccountRecord[]): readonly DemoOwner[] {
  const names = new Map(organisation.persons.map((person) => [person.id, person.name]));
  const accountOf = new Map(
    accounts.flatMap((account) => (account.personId ? [[account.personId, account.id] as const] : [])),
  );
  const holders = (unitId: UnitId, kinds: readonly PostKind[]): readonly DemoRater[] =>
    organisation.posts
      .filter((post) => post.unitId === unitId && kinds.includes(post.kind))
      .flatMap((post) => rater(post.personId));
  return [...unitOwners(), ...memberOwners()];

  function rater(personId: PersonId): readonly DemoRater[] {
    const accountId = accountOf.get(personId);
    return accountId ? [{ accountId, personId, who: names.get(personId) ?? "" }] : [];
  }

  function unitOwners(): readonly DemoOwner[] {
    return organisation.units.flatMap((unit): readonly DemoOwner[] => {
      const [owner] = holders(unit.id, ["secretary"]);
      if (!owner || unit.parentId === null || unit.kind === "committee" || unit.kind === "party-group") return [];
      const siblings = organisation.units.filter(
        (other) => other.parentId === unit.parentId && other.kind === unit.kind && other.id !== unit.id,
      );
      const peers = siblings.flatMap((sibling) => holders(sibling.id, ["secretary"]));
      const leaders = holders(unit.parentId, ["secretary", "deputy-secretary"]);
      return [
        { level: unit.kind, unitId: unit.id, personId: null, title: unit.shortName, cast: { owner, peers, leaders } },
      ];
    });
  }

  function memberOwners(): readonly DemoOwner[] {
    const branches = organisation.units.filter((unit) => unit.kind === "branch");
    return branches.flatMap((branch) => {
      const members = holders(branch.id, ["member"]);
      const leading = holders(branch.id, ["secretary", "deputy-secretary"]);
      return members.map((owner): DemoOwner => {
        const peers = members.filter((member) => member.personId !== owner.personId).slice(0, 8);
        const leaders = leading.filter((leader) => leader.personId !== owner.personId);
        return {
          level: "member",
          unitId: branch.id,
          personId: owner.personId,
          title: owner.who,
          cast: { owner, peers, leaders },
        };
      });
    });
  }
}
