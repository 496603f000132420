import { sayInstant } from "#addin/wording/accounts/admin-times.ts";
import type { AccountSlipsWords } from "#addin/wording/accounts/account-slips-words.ts";
import type { AccountSlip } from "#core/protocol/accounts.ts";
import { slipPages } from "./slip-pages.ts";
import "./slips-paper.css";

export interface SlipsPaperProps {
  readonly words: AccountSlipsWords;
  readonly slips: readonly AccountSlip[];
  readonly address: string;
}

export function SlipsPaper({ words, slips, address }: SlipsPaperProps) {
  return slipPages(slips).map((page, number) => (
    <div className="slips-page" key={page[0]?.accountId ?? number}>
      {page.map((slip) => (
        <PaperSlip key={slip.accountId} words={words} slip={slip} address={address} />
      ))}
    </div>
  ));
}

function PaperSlip({ words, slip, address }: Omit<SlipsPaperProps, "slips"> & { readonly slip: AccountSlip }) {
  return (
    <div className="slip">
      <p className="slip-title">{words.paperTitle}</p>
      <dl>
        <dt>{words.unit}</dt>
        <dd>{slip.unitName}</dd>
        <dt>{words.holder}</dt>
        <dd>{slip.holder}</dd>
        <dt>{words.account}</dt>
        <dd className="slip-secret">{slip.accountName}</dd>
        <dt>{words.password}</dt>
        <dd className="slip-secret">{slip.oneTimePassword}</dd>
        <dt>{words.validUntil}</dt>
        <dd>{sayInstant(slip.validUntil)}</dd>
        <dt>{words.address}</dt>
        <dd>{address}</dd>
      </dl>
      <p className="slip-note">{words.note}</p>
    </div>
  );
}
