import { Button, CounterBadge, SearchBox, Select, Spinner } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import type { LedgerListed } from "#core/protocol/ledgers.ts";
import { sayShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import type { PlaceName, Relation, ShellProps } from "./shell-props.ts";

const RELATIONS: readonly Relation[] = ["own", "peer", "lead", "all"];

/** Duties, ledgers, places: everything there is to open. */
export function SideList(props: ShellProps) {
  const words = workbenchWords(props.language);
  const isDuty = props.me.kind === "duty";
  return (
    <nav className="side" aria-label={words.side.ledgers} data-area="side">
      {!isDuty && <Duties {...props} />}
      {!isDuty && <Ledgers {...props} />}
      <h2>{words.side.places}</h2>
      <ul className="side-places">
        {props.places.map((place) => (
          <li key={place}>
            <button
              type="button"
              aria-current={props.place === place ? "page" : undefined}
              onClick={() => props.onPlace(place)}
            >
              {placeName(place, props)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function placeName(place: PlaceName, { language }: ShellProps): string {
  const words = workbenchWords(language);
  if (place === "personal-centre") return words.shell.personalCentre;
  return place === "notices" ? words.shell.notices : words.side[place];
}

function Duties({ duties, language, onDuty }: ShellProps) {
  const words = workbenchWords(language);
  return (
    <section aria-label={words.side.duties}>
      <h2>{words.side.duties}</h2>
      {duties.state === "loading" && <Spinner size="tiny" />}
      {duties.state === "failed" && <p className="side-hint">{sayShownRefusal(language, duties.refusal)}</p>}
      {duties.state === "ready" && duties.value.length === 0 && <p className="side-hint">{words.side.noDuties}</p>}
      {duties.state === "ready" && (
        <ul className="side-duties">
          {duties.value.map((duty) => (
            <li key={`${duty.kind} ${duty.ledgerId ?? ""} ${duty.title}`}>
              <button type="button" onClick={() => onDuty(duty)}>
                <span>
                  {words.duty[duty.kind]}
                  {duty.title !== "" && <small>{duty.title}</small>}
                  {duty.due !== null && <small>{duty.due}</small>}
                </span>
                <CounterBadge
                  count={duty.count}
                  size="small"
                  appearance="filled"
                  color={duty.kind === "fill" ? "informative" : "important"}
                />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Ledgers(props: ShellProps) {
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

function LedgerItems(props: ShellProps) {
  const words = workbenchWords(props.language).side;
  const { ledgers } = props;
  if (ledgers.state === "loading") return <Spinner size="tiny" />;
  if (ledgers.state === "failed")
    return <p className="side-hint">{sayShownRefusal(props.language, ledgers.refusal)}</p>;
  const { ledgers: listed, total, next } = ledgers.value;
  if (listed.length === 0) return <p className="side-hint">{words.empty[props.wish.relation]}</p>;
  return (
    <>
      <ul className="side-items">
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
    ledger.state === "voided" ? words.voided : "",
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
