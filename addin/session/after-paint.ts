/** Goes on when what was just drawn is seen; a hidden page is not painted at all, and is not waited for. */
export async function afterPaint(): Promise<void> {
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
    setTimeout(resolve, LONGEST);
  });
}

/** Milliseconds: many frames of a page that is seen. */
const LONGEST = 250;
