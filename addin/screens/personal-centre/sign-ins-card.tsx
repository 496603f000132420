import { Badge } from "@fluentui/react-components";
import { PlainTable } from "#addin/components/admin/plain-table.tsx";
import type { Language } from "#core/wording/language.ts";
import { sayInstant } from "#addin/wording/accounts/admin-times.ts";
import { personalCentreWords } from "#addin/wording/accounts/personal-centre-words.ts";
import type { PersonalCentre } from "#core/protocol/session.ts";

export interface SignInsCardProps {
  readonly language: Language;
  readonly signIns: PersonalCentre["signIns"];
}

export function SignInsCard({ language, signIns }: SignInsCardProps) {
  const words = personalCentreWords[language];
  return (
    <section className="admin-card admin-flush">
      <h2>{words.signInsTitle}</h2>
      <p className="personal-hint admin-muted">{words.notYou}</p>
      <div className="personal-scroll" tabIndex={0} role="region" aria-label={words.signInsTitle}>
        <PlainTable
          caption={words.signInsTitle}
          rows={signIns}
          keyOf={({ at }, index) => `${at} ${index}`}
          empty={words.noSignIns}
          columns={[
            { key: "at", title: words.at, cell: ({ at }) => sayInstant(at) },
            { key: "from", title: words.from, cell: ({ from }) => from },
            {
              key: "outcome",
              title: words.outcome,
              cell: ({ outcome }) => (
                <Badge appearance="tint" color={outcome === "done" ? "success" : "danger"}>
                  {words.outcomes[outcome]}
                </Badge>
              ),
            },
          ]}
        />
      </div>
    </section>
  );
}
