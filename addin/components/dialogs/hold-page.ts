const held = new Set<HTMLElement>();
let dialogs = 0;
let comings: MutationObserver | null = null;

/**
 * A sheet that is still coming up takes the focus when it is there, in an element of its own below the body. Behind an open
 * dialog nothing may: the keyboard would go into the sheet, and the dialog be hidden from screen readers. @returns ends it
 */
export function holdPage(): () => void {
  dialogs += 1;
  if (dialogs === 1) {
    hold([...document.body.children]);
    comings = new MutationObserver((changes) => hold(changes.flatMap(({ addedNodes }) => [...addedNodes])));
    comings.observe(document.body, { childList: true });
  }
  return () => {
    dialogs -= 1;
    if (dialogs === 0) letGo();
  };
}

/** Dialogs, and what opens out of them, stand in portals. */
function hold(parts: readonly Node[]): void {
  for (const part of parts) {
    if (!(part instanceof HTMLElement) || part.inert || part.matches("[data-portal-node], [data-tabster-dummy]"))
      continue;
    part.inert = true;
    held.add(part);
  }
}

function letGo(): void {
  comings?.disconnect();
  comings = null;
  for (const part of held) part.inert = false;
  held.clear();
}
