import { Button, SearchBox, Select } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { useContext } from "react";
import { OfflineTold } from "#addin/components/admin/offline-told.ts";
import { Waiting } from "#addin/components/waiting.tsx";
import type { Loadable } from "#addin/components/admin/loadable.ts";
import { sayShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import type { LedgerList, LedgerListed } from "#core/protocol/ledgers.ts";
import type { Language } from "#core/wording/language.ts";
import type { LedgerWish, Relation } from "./ledger-wish.ts";
import "./ledgers.css";

const RELATIONS: readonly Relation[] = ["own", "peer", "lead", "all"];

export interface LedgerFinderProps {
  readonly language: Language;
  readonly wish: LedgerWish;
  readonly onWish: (wish: LedgerWish) => void;
  readonly ledgers: Loadable<LedgerList>;
  readonly onMore: () => void;
  readonly openLedger: string | null;
  readonly onLedger: (id: string) => void;
  readonly onCopyNew: () => void;
}

/** Every ledger that this account may read, by relation, year and name. */
export function LedgerFinder(props: LedgerFinderProps) {
  const words = workbenchWords(props.language).side;
  const { wish, onWish, ledgers } = props;
  const years = ledgers.state === "ready" ? ledgers.value.years : [];
  return (
    <section aria-label={words.ledgers} className="side-ledgers">
      <h2>
        {words.ledgers}
        <Button size="small" appearance="primary" icon={<AddRegular />} onClick={props.onCopyNew}>
          {words.copyNew}
        </Button>
      </h2>
      <div className="side-filter">
        <Select
          size="small"
          aria-label={words.year}
          value={wish.year === null ? "" : String(wish.year)}
          onChange={(_, data) => onWish({ ...wish, year: data.value === "" ? null : Number(data.value) })}
        >
          <option value="">{words.allYears}</option>
          {years.map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </Select>
        <Select
          size="small"
          aria-label={words.ledgers}
          value={wish.relation}
          onChange={(_, data) => onWish({ ...wish, relation: data.value as Relation })}
        >
          {RELATIONS.map((relation) => (
            <option key={relation} value={relation}>
              {words.relations[relation]}
            </option>
          ))}
        </Select>
      </div>
      <SearchBox
        size="small"
        className="side-search"
        placeholder={words.search}
        aria-label={words.search}
        value={wish.search}
        onChange={(_, data) => onWish({ ...wish, search: data.value })}
      />
      <LedgerItems {...props} />
    </section>
  );
}

function LedgerItems(props: LedgerFinderProps) {
  const words = workbenchWords(props.language).side;
  const { ledgers } = props;
  const offlineTold = useContext(OfflineTold);
  if (ledgers.state === "loading") return <Waiting language={props.language} size="tiny" />;
  if (ledgers.state === "failed" && offlineTold && ledgers.refusal.code === "service-unreachable") return null;
  if (ledgers.state === "failed")
    return <p className="side-hint">{sayShownRefusal(props.language, ledgers.refusal)}</p>;
  const { ledgers: listed, total, next } = ledgers.value;
  const nothing = props.wish.search === "" ? words.empty[props.wish.relation] : words.notFound;
  if (listed.length === 0) return <p className="side-hint">{nothing}</p>;
  return (
    <>
      <ul className="side-items pick">
        {listed.map((ledger) => (
          <li key={ledger.id}>
            <button
              type="button"
              aria-current={props.openLedger === ledger.id ? "page" : undefined}
              onClick={() => props.onLedger(ledger.id)}
            >
              <span className="side-name">{ledger.name}</span>
              <small>{`${ledger.year}　${ledger.unitName}${ledger.level === "member" ? `　${ledger.ownerName}` : ""}`}</small>
              <Figures ledger={ledger} words={words} />
            </button>
          </li>
        ))}
      </ul>
      {next !== null && (
        <Button size="small" appearance="subtle" onClick={props.onMore}>
          {words.more(listed.length, total)}
        </Button>
      )}
    </>
  );
}

type SideWords = ReturnType<typeof workbenchWords>["side"];

function Figures({ ledger, words }: { readonly ledger: LedgerListed; readonly words: SideWords }) {
  const facts = [
    ledger.state === "open" ? "" : words[ledger.state],
    words.complete(ledger.complete, ledger.items),
    ledger.challenges > 0 ? words.challenges(ledger.challenges) : "",
  ];
  return (
    <small className="side-figures">
      {facts.filter((fact) => fact !== "").join("　")}
      {ledger.waiting > 0 && <em>{words.waiting(ledger.waiting)}</em>}
    </small>
  );
}
