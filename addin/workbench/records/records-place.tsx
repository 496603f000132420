import { Tab, TabList } from "@fluentui/react-components";
import { useMemo, useState, type ReactNode } from "react";
import { OPENED_LISTS } from "#core/protocol/records/opened-lists.ts";
import type { RosterAsk } from "#core/sheet/roster/roster-view.ts";
import { rosterSubject } from "#core/sheet/roster/roster-subject.ts";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { ScreenFrame } from "#addin/components/admin/screen-frame.tsx";
import { NO_QUESTION } from "#addin/screens/records/questions/question-draft.ts";
import { RecordsChoice } from "#addin/screens/records/records-choice.tsx";
import { unitChoices } from "#addin/session/roster/unit-choices.ts";
import { useLoad } from "#addin/session/use-load.ts";
import { recordsWords, type RecordsPage } from "#addin/wording/records/records-words.ts";
import type { OtherPlacesProps } from "../other-places-props.ts";
import { FindingsPage } from "./findings-page.tsx";
import type { RecordsPageProps } from "./records-page-props.ts";
import { ImportPage } from "./import-page.tsx";
import { QuestionsPage, type OpenQuestion } from "./questions-page.tsx";
import { RequiredPage } from "./required-page.tsx";
import { RosterDesk } from "./roster-desk.tsx";
import { SearchPage } from "./search-page.tsx";

/** 党员信息: the lists as sheets, what checks say, what is missing, who is who. */
export function RecordsPlace(props: OtherPlacesProps) {
  const { client, language } = props;
  const words = recordsWords[language];
  const units = useLoad("units", () => client.records.units(null));
  return (
    <LoadArea around={{ language }} data={units.data} onRetry={units.reload}>
      {({ units: listed }) =>
        listed.length === 0 ? (
          <p className="records-choose">{words.noUnits}</p>
        ) : (
          <Records {...props} choices={unitChoices(listed)} />
        )
      }
    </LoadArea>
  );
}

const PAGES: readonly RecordsPage[] = ["rosters", "findings", "required", "search", "questions", "import"];

/** A list that a condition made is opened from the page of questions. */
function openedAgain(asked: RosterAsk | null): RosterAsk | null {
  return asked?.list === "question" ? null : asked;
}

function Records(props: OtherPlacesProps & Pick<RecordsPageProps, "choices">) {
  const { language, choices } = props;
  const words = recordsWords[language];
  const [page, setPage] = useState<RecordsPage>("rosters");
  const [asked, setAsked] = useState<RosterAsk | null>(null);
  const [open, setOpen] = useState<RosterAsk | null>(null);
  const [question, setQuestion] = useState<OpenQuestion>({
    ...{ unit: choices[0]?.id ?? "", on: null, draft: NO_QUESTION },
  });
  const onRoster = (ask: RosterAsk) => {
    setAsked(ask);
    setOpen(ask);
  };
  const shared = { ...props, onRoster };
  const drawn = useMemo((): Readonly<Record<RecordsPage, ReactNode>> => {
    const choice = { language, units: choices, lists: OPENED_LISTS, asked: openedAgain(asked), onAsk: onRoster };
    return {
      rosters: <RecordsChoice {...choice} />,
      findings: <FindingsPage {...shared} />,
      required: <RequiredPage {...shared} />,
      search: <SearchPage {...shared} />,
      questions: <QuestionsPage {...shared} question={question} onQuestion={setQuestion} />,
      import: <ImportPage {...shared} />,
    };
  }, [props, asked, question]);
  if (open) return <RosterDesk key={rosterSubject(open)} {...shared} ask={open} onBack={() => setOpen(null)} />;
  return (
    <ScreenFrame title={words.title} about={words.about}>
      <TabList selectedValue={page} onTabSelect={(_, { value }) => setPage(value as RecordsPage)}>
        {PAGES.map((key) => (
          <Tab key={key} value={key}>
            {words.pages[key]}
          </Tab>
        ))}
      </TabList>
      {drawn[page]}
    </ScreenFrame>
  );
}
