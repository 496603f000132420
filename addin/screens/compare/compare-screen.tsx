import { Checkbox, Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import type { Loadable } from "#addin/components/admin/loadable.ts";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import type { LedgerListed } from "#core/protocol/ledgers.ts";
import type { ComparedItem, ItemFigures } from "#core/sheet/ledger/compare-ledgers.ts";
import type { Language } from "#core/wording/language.ts";
import "./compare.css";

export interface Compared {
  readonly years: { readonly now: number; readonly then: number };
  readonly totals: { readonly now: string; readonly then: string };
  readonly items: readonly ComparedItem[];
}

export interface CompareScreenProps {
  readonly language: Language;
  /** Earlier ledgers of the same owner and template, newest first. */
  readonly earlier: Loadable<readonly LedgerListed[]>;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly compared: Loadable<Compared>;
  readonly onReload: () => void;
  readonly onItem: (key: string) => void;
}

/** The open ledger beside an earlier year's, item by item. */
export function CompareScreen(props: CompareScreenProps) {
  const words = paneWords(props.language).compare;
  return (
    <LoadArea around={props} data={props.earlier} onRetry={props.onReload}>
      {(earlier) =>
        earlier.length === 0 ? (
          <p className="pane-hint">{words.none}</p>
        ) : (
          <>
            <Field label={words.with}>
              <Select value={props.chosen ?? ""} onChange={(_, data) => props.onChoose(data.value)}>
                {earlier.map(({ id, year, name }) => (
                  <option key={id} value={id}>{`${words.year(year)} ${name}`}</option>
                ))}
              </Select>
            </Field>
            <LoadArea around={props} data={props.compared} onRetry={props.onReload}>
              {(compared) => <Items {...props} compared={compared} />}
            </LoadArea>
          </>
        )
      }
    </LoadArea>
  );
}

type ItemsProps = Pick<CompareScreenProps, "language" | "onItem"> & { readonly compared: Compared };

function Items({ language, compared, onItem }: ItemsProps) {
  const words = paneWords(language).compare;
  const [only, setOnly] = useState(true);
  const { items, years, totals } = compared;
  const differing = items.filter(({ differs }) => differs);
  return (
    <>
      <p className="pane-hint">{words.summary(differing.length, items.length)}</p>
      <Checkbox label={words.only} checked={only} onChange={(_, data) => setOnly(data.checked === true)} />
      {only && differing.length === 0 && <p className="pane-hint">{words.same}</p>}
      <table className="compare-table">
        <thead>
          <tr>
            <th scope="col">{words.item}</th>
            <th scope="col">{words.year(years.then)}</th>
            <th scope="col">{words.year(years.now)}</th>
          </tr>
        </thead>
        <tbody>
          <tr className="compare-total">
            <th scope="row">{words.total}</th>
            <td>{totals.then}</td>
            <td>{totals.now}</td>
          </tr>
          {(only ? differing : items).map((item) => (
            <tr key={item.key} data-differs={item.differs}>
              <th scope="row">
                {item.now ? (
                  <button type="button" onClick={() => onItem(item.key)}>
                    {`${item.number} ${item.name}`}
                  </button>
                ) : (
                  `${item.number} ${item.name}`
                )}
              </th>
              <Figures language={language} figures={item.then} />
              <Figures language={language} figures={item.now} />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Figures({ language, figures }: { readonly language: Language; readonly figures: ItemFigures | null }) {
  const words = paneWords(language).compare;
  if (!figures) return <td className="compare-none">{words.missing}</td>;
  return (
    <td>
      <strong>{figures.score ?? words.empty}</strong>
      {`/${figures.maximum}`}
      <small>{words.files(figures.evidence)}</small>
    </td>
  );
}
