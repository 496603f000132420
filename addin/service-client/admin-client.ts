import type {
  AccountListed,
  AccountRequest,
  AccountRequestListed,
  AccountSlip,
  MakeMemberAccounts,
  MakeUnit,
  MemberAccountsAnswer,
  UnitListed,
} from "#core/protocol/accounts.ts";
import type { AuditListed, AuditQuery, AuditVerdict } from "#core/protocol/audit.ts";
import type { Extension, WindowSetting, WindowView } from "#core/protocol/ledgers.ts";
import type { PersonalCentre, SignInAnswer } from "#core/protocol/session.ts";
import type { Answer } from "./client-refusal.ts";
import type { Transport } from "./transport.ts";

/** Units, accounts, stages, audit and the own account. */
export class AdminClient {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  personalCentre = (): Promise<Answer<PersonalCentre>> => this.#transport.ask("GET", "/me");
  changePhone = (phone: string): Promise<Answer<undefined>> => this.#transport.ask("PATCH", "/me", { body: { phone } });
  endSession = (id: string): Promise<Answer<undefined>> =>
    this.#transport.ask("DELETE", `/me/sessions/${encodeURIComponent(id)}`);

  /** Ends every session and begins a new one, whose token is used from here on. */
  async changePassword(body: { readonly old: string; readonly new: string }): Promise<Answer<SignInAnswer>> {
    const answer = await this.#transport.ask<SignInAnswer>("POST", "/me/password", { body });
    if (answer.ok) this.#transport.useToken(answer.value.token);
    return answer;
  }

  units = (): Promise<Answer<readonly UnitListed[]>> => this.#transport.ask("GET", "/units");
  makeUnit = (body: MakeUnit): Promise<Answer<UnitListed>> => this.#transport.ask("POST", "/units", { body });
  accounts = (unit: string): Promise<Answer<readonly AccountListed[]>> =>
    this.#transport.ask("GET", `/units/${encodeURIComponent(unit)}/accounts`);
  makeMembers = (body: MakeMemberAccounts): Promise<Answer<MemberAccountsAnswer>> =>
    this.#transport.ask("POST", "/accounts/members", { body, timeoutMs: 180_000 });
  requests = (): Promise<Answer<readonly AccountRequestListed[]>> => this.#transport.ask("GET", "/account-requests");
  requestAccount = (body: AccountRequest): Promise<Answer<AccountRequestListed>> =>
    this.#transport.ask("POST", "/account-requests", { body });
  decideRequest = (
    id: string,
    body: { readonly approve: boolean; readonly remark: string },
  ): Promise<Answer<unknown>> =>
    this.#transport.ask("POST", `/account-requests/${encodeURIComponent(id)}/decision`, { body });
  fetchSlip = (id: string): Promise<Answer<AccountSlip>> =>
    this.#transport.ask("POST", `/account-requests/${encodeURIComponent(id)}/slip`);
  reset = (account: string, reason: string): Promise<Answer<AccountSlip>> =>
    this.#transport.ask("POST", `/accounts/${encodeURIComponent(account)}/reset`, { body: { reason } });
  change = (account: string, action: "disable" | "enable" | "unlock", reason: string): Promise<Answer<unknown>> =>
    this.#transport.ask("POST", `/accounts/${encodeURIComponent(account)}/${action}`, { body: { reason } });

  windows = (unitId: string, year: number): Promise<Answer<readonly WindowView[]>> =>
    this.#transport.ask("GET", "/windows", { query: { unitId, year } });
  saveWindow = (body: WindowSetting): Promise<Answer<unknown>> => this.#transport.ask("PUT", "/windows", { body });
  extend = (body: Extension): Promise<Answer<unknown>> => this.#transport.ask("POST", "/windows/extensions", { body });

  audit = (query: Partial<AuditQuery>): Promise<Answer<readonly AuditListed[]>> =>
    this.#transport.ask("GET", "/audit", { query });
  verify = (): Promise<Answer<AuditVerdict>> => this.#transport.ask("POST", "/audit/verify", { timeoutMs: 180_000 });
}
