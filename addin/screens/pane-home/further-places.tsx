import { paneWords } from "#addin/wording/pane/pane-words.ts";
import type { PaneWords } from "#addin/wording/pane/pane-zh.ts";
import type { Language } from "#core/wording/language.ts";

export interface FurtherPlacesProps<Place extends keyof PaneWords["places"]> {
  readonly language: Language;
  readonly places: readonly Place[];
  readonly onPlace: (place: Place) => void;
}

/** Places that are not needed every hour. */
export function FurtherPlaces<Place extends keyof PaneWords["places"]>({
  language,
  places,
  onPlace,
}: FurtherPlacesProps<Place>) {
  const words = paneWords(language).places;
  return (
    <ul className="pane-places">
      {places.map((place) => (
        <li key={place}>
          <button type="button" onClick={() => onPlace(place)}>
            {words[place]}
          </button>
        </li>
      ))}
    </ul>
  );
}
