/** Turns an oracle's world into what core/access takes, and compares the two on everything that can be asked. */
import type { Actor, PersonActor } from "#core/access/actor.ts";
import { decide } from "#core/access/decide-ledger.ts";
import type { LedgerAction, LedgerSubject } from "#core/access/decide.ts";
import { matchesFilter, readableLedgers } from "#core/access/ledger-filter.ts";
import { scopeOf } from "#core/access/scope-of.ts";
import { toId, type LedgerId } from "#core/kernel/ids.ts";
import type { Organisation } from "#core/organisation/organisation.ts";
import { anOrganisation, aPost, aUnit, personId, unitId } from "#test/builders/organisation.ts";
import { acting, unitAccount } from "#test/builders/organisation-actors.ts";
import { Oracle, type AskedLedger, type Asker, type World } from "./oracle.ts";

const EVERY_ACTION: Readonly<Record<LedgerAction, true>> = {
  read: true,
  "see-raters": true,
  reword: true,
  delete: true,
  "attach-evidence": true,
  "remove-evidence": true,
  "score-self": true,
  challenge: true,
  "answer-challenge": true,
  "withdraw-challenge": true,
  escalate: true,
  rule: true,
  reopen: true,
  "rate-as-peer": true,
  "rate-as-leader": true,
  "rate-as-listed": true,
  "set-window": true,
  "name-substitute": true,
};
export const ACTIONS = Object.keys(EVERY_ACTION) as readonly LedgerAction[];

export function organisationOf(world: World): Organisation {
  return anOrganisation(
    world.units.map((unit) => aUnit(unit.id, unit.parentId, { kind: unit.kind })),
    world.posts.map((post) => aPost(`${post.person} ${post.kind} ${post.unit}`)),
  );
}

export function actorOf(asker: Asker, world: World, organisation: Organisation): Actor {
  const permission = asker.readOnly ? "read-only" : "read-write";
  const { account } = asker;
  if (account.of === "unit") return unitAccount(account.unit, { permission });
  return acting(`${account.person} ${account.kind} ${account.unit}`, organisation, {
    permission,
    substituteFor: substitutionsOf(account.person, world),
    namedLists: world.lists
      .filter((list) => list.person === account.person)
      .map((list) => ({ templateId: list.template, raterClass: "teachers" })),
  });
}

function substitutionsOf(person: string, world: World): PersonActor["substituteFor"] {
  return world.substitutes
    .filter((substitute) => substitute.person === person)
    .map((substitute) => ({ ledgerId: toId<LedgerId>(substitute.ledger), raterClass: substitute.as }));
}

export function subjectOf(ledger: AskedLedger): LedgerSubject {
  const owner: LedgerSubject["owner"] =
    ledger.member === null
      ? { kind: "unit", unitId: unitId(ledger.unit) }
      : { kind: "member", unitId: unitId(ledger.unit), personId: personId(ledger.member) };
  return { ledgerId: toId<LedgerId>(ledger.id), templateId: ledger.template, owner };
}

/** @returns how many decisions agreed. @throws on the first that does not, with all that is needed to understand it. */
export function compareWithOracle(world: World, askers: readonly Asker[], ledgers: readonly AskedLedger[]): number {
  const organisation = organisationOf(world);
  const oracle = new Oracle(world);
  const subjects = ledgers.map(subjectOf);
  let agreed = 0;
  for (const asker of askers) {
    const actor = actorOf(asker, world, organisation);
    const scope = scopeOf(actor, organisation);
    const filter = readableLedgers(scope);
    for (const unit of world.units) {
      agree(scope.administers.has(unitId(unit.id)), oracle.administers(asker, unit.id), { world, asker, unit });
    }
    agree(scope.organisationDepartment, oracle.isOrganisationDepartment(asker), { world, asker });
    ledgers.forEach((ledger, index) => {
      const subject = subjects[index]!;
      for (const action of ACTIONS) {
        const decision = decide(scope, actor, { subject, action });
        if (decision !== oracle.decide(asker, ledger, action)) {
          agree(decision, oracle.decide(asker, ledger, action), { world, asker, ledger, action });
        }
      }
      agree(matchesFilter(filter, subject), oracle.reads(asker, ledger), { world, asker, ledger, filter });
      agreed += ACTIONS.length;
    });
  }
  return agreed;
}

function agree(ours: unknown, oracles: unknown, about: object): void {
  if (ours === oracles) return;
  throw new Error(`decided ${String(ours)}, the oracle says ${String(oracles)}: ${JSON.stringify(about)}`);
}
