import type { Me } from "#core/protocol/session.ts";
import type { AdminClient } from "#addin/service-client/admin-client.ts";
import type { ServiceClient } from "#addin/service-client/service-client.ts";
import type { Language } from "#core/wording/language.ts";

export interface SignedInProps {
  readonly client: ServiceClient;
  readonly admin: AdminClient;
  readonly me: Me;
  readonly language: Language;
  readonly online: boolean;
  readonly onLanguage: (language: Language) => void;
  readonly onMe: (me: Me) => void;
  readonly onSignOut: () => void;
}
