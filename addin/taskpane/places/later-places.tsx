/** Places that are not of every day, most of which need the service anyway: their code comes when somebody goes there. */
import { lazy } from "react";

export const ComparePlace = lazy(() => rare().then((all) => ({ default: all.rarePlaces.ComparePlace })));
export const DrillDownScreen = lazy(() => rare().then((all) => ({ default: all.rarePlaces.DrillDownScreen })));
export const EvidencePanel = lazy(() => rare().then((all) => ({ default: all.rarePlaces.EvidencePanel })));
export const ExportPlace = lazy(() => rare().then((all) => ({ default: all.rarePlaces.ExportPlace })));
export const HelpScreen = lazy(() => rare().then((all) => ({ default: all.rarePlaces.HelpScreen })));
export const NoticesPlace = lazy(() => rare().then((all) => ({ default: all.rarePlaces.NoticesPlace })));
export const OpenPlace = lazy(() => rare().then((all) => ({ default: all.rarePlaces.OpenPlace })));
export const PersonalPlace = lazy(() => rare().then((all) => ({ default: all.rarePlaces.PersonalPlace })));
export const RosterPlaces = lazy(() => rare().then((all) => ({ default: all.rarePlaces.RosterPlaces })));
export const TalkPanel = lazy(() => rare().then((all) => ({ default: all.rarePlaces.TalkPanel })));

async function rare() {
  return await import(/* webpackChunkName: "pane-rare" */ "./rare-places.tsx");
}
