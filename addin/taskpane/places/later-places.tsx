/** Places that are not of the first moment: their code comes once somebody has signed in, or goes there. */
import { lazy } from "react";

export const CellPlace = lazy(() => rare().then((all) => ({ default: all.rarePlaces.CellPlace })));
export const ComparePlace = lazy(() => rare().then((all) => ({ default: all.rarePlaces.ComparePlace })));
export const ConnectionPlace = lazy(() => rare().then((all) => ({ default: all.rarePlaces.ConnectionPlace })));
export const DrillDownScreen = lazy(() => rare().then((all) => ({ default: all.rarePlaces.DrillDownScreen })));
export const EvidencePanel = lazy(() => rare().then((all) => ({ default: all.rarePlaces.EvidencePanel })));
export const ExportPlace = lazy(() => rare().then((all) => ({ default: all.rarePlaces.ExportPlace })));
export const FindingsScreen = lazy(() => rare().then((all) => ({ default: all.rarePlaces.FindingsScreen })));
export const HelpScreen = lazy(() => rare().then((all) => ({ default: all.rarePlaces.HelpScreen })));
export const NoticesPlace = lazy(() => rare().then((all) => ({ default: all.rarePlaces.NoticesPlace })));
export const OpenPlace = lazy(() => rare().then((all) => ({ default: all.rarePlaces.OpenPlace })));
export const PersonalPlace = lazy(() => rare().then((all) => ({ default: all.rarePlaces.PersonalPlace })));
export const RosterPlaces = lazy(() => rare().then((all) => ({ default: all.rarePlaces.RosterPlaces })));
export const TalkPanel = lazy(() => rare().then((all) => ({ default: all.rarePlaces.TalkPanel })));

/** So that it is there when the line breaks. What does not arrive now is asked for again by whoever goes there. */
export async function fetchLaterPlaces(): Promise<boolean> {
  return await rare().then(
    () => true,
    () => false,
  );
}

async function rare() {
  return await import(/* webpackChunkName: "pane-rare" */ "./rare-places.tsx");
}
