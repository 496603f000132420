import type { Unit } from "#core/organisation/unit.ts";
import type { AccountRecord } from "#service/ports/records.ts";
import type { DemoOrganisation } from "./demo-organisation.ts";

export interface DemoSummary {
  readonly units: number;
  readonly people: number;
  readonly ledgers: number;
  readonly evidence: number;
  /** A few accounts of each level to sign in with; all share the demo's password. */
  readonly accounts: readonly DemoAccountShown[];
}

export interface DemoAccountShown {
  readonly role: string;
  readonly unit: string;
  readonly name: string;
  readonly holder: string;
}

interface Made {
  readonly organisation: DemoOrganisation;
  readonly accounts: readonly AccountRecord[];
  readonly ledgers: number;
  readonly evidence: number;
}

export function demoSummary({ organisation, accounts, ledgers, evidence }: Made): DemoSummary {
  const { units, persons, posts } = organisation;
  const generals = units.filter((unit) => unit.kind === "general-branch").slice(0, 2);
  const branches = units.filter((unit) => unit.parentId === generals[0]?.id).slice(0, 2);
  const shown = [...units.slice(0, 1), ...generals, ...branches].flatMap((unit) => [
    ...unitAccount(unit),
    ...officers(unit),
  ]);
  const members = branches.slice(0, 1).flatMap((unit) => holdersOf(unit, "member").slice(-2));
  const duties = accounts
    .filter((account) => account.kind === "duty")
    .map((account) => ({ role: account.duty ?? "", unit: "", name: account.name, holder: account.holder }));
  return {
    units: units.length,
    people: persons.length,
    ledgers,
    evidence,
    accounts: [...shown, ...members, ...duties],
  };

  function unitAccount(unit: Unit): readonly DemoAccountShown[] {
    return accounts
      .filter((account) => account.unitId === unit.id)
      .map((account) => ({ role: "unit", unit: unit.shortName, name: account.name, holder: account.holder }));
  }

  function officers(unit: Unit): readonly DemoAccountShown[] {
    return [...holdersOf(unit, "secretary"), ...holdersOf(unit, "deputy-secretary")];
  }

  function holdersOf(unit: Unit, kind: string): readonly DemoAccountShown[] {
    const people = posts.filter((post) => post.unitId === unit.id && post.kind === kind).map((post) => post.personId);
    return people.flatMap((personId) =>
      accounts
        .filter((account) => account.personId === personId)
        .map((account) => ({ role: kind, unit: unit.shortName, name: account.name, holder: account.holder })),
    );
  }
}
