import { Button, CounterBadge } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { CloudArrowUpRegular } from "@fluentui/react-icons/svg/cloud-arrow-up";
import { PlugConnectedRegular } from "@fluentui/react-icons/svg/plug-connected";
import { PlugDisconnectedRegular } from "@fluentui/react-icons/svg/plug-disconnected";
import { useEffect, useRef } from "react";
import { paneWords } from "#addin/wording/pane/pane-words.ts";
import type { Language } from "#core/wording/language.ts";
import type { PaneFrameProps } from "./pane-frame-props.ts";
import { PaneTabs } from "./pane-tabs.tsx";
import type { PanePlace } from "./pane-place.ts";
import "./pane-frame.css";

/** The frame of the task pane: where one is, what is open, the place itself, the ways to the others. */
export function PaneFrame(props: PaneFrameProps) {
  const { language, place, onPlace } = props;
  const words = paneWords(language);
  const title = place === "home" ? words.product : titleOf(place, language);
  const heading = useFocusOnPlace(place);
  return (
    <div className="pane" lang={language}>
      <header className="pane-head">
        {place !== "home" && (
          <Button
            appearance="transparent"
            icon={<ArrowLeftRegular />}
            aria-label={words.home}
            onClick={() => onPlace("home")}
          />
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <ConnectionButton {...props} />
      </header>
      {props.head}
      <main className="pane-main" key={place} tabIndex={0} aria-label={title}>
        {props.children}
      </main>
      <PaneTabs language={language} place={place} onPlace={onPlace} counts={props.counts} />
    </div>
  );
}

function titleOf(place: PanePlace, language: Language): string {
  const words = paneWords(language);
  const titles: Readonly<Partial<Record<PanePlace, string>>> = words.titles;
  return titles[place] ?? words.places[place];
}

/** Whoever goes elsewhere by a command of the ribbon begins at the new place's heading; at first nothing takes the focus. */
function useFocusOnPlace(place: PanePlace) {
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef(place);
  useEffect(() => {
    if (last.current === place) return;
    last.current = place;
    heading.current?.focus();
  }, [place]);
  return heading;
}

function ConnectionButton({ language, online, counts, onPlace }: PaneFrameProps) {
  const { connection, book } = paneWords(language);
  const waits = counts.waiting > 0 ? book.waiting(counts.waiting) : "";
  const state = online ? connection.online : connection.offline;
  const icon = online ? waits === "" ? <PlugConnectedRegular /> : <CloudArrowUpRegular /> : <PlugDisconnectedRegular />;
  return (
    <Button
      className="pane-connection"
      appearance="transparent"
      icon={icon}
      aria-label={[state, waits].filter((part) => part !== "").join(" ")}
      title={state}
      onClick={() => onPlace("connection")}
    >
      {counts.waiting > 0 && <CounterBadge count={counts.waiting} size="small" color="important" />}
    </Button>
  );
}
