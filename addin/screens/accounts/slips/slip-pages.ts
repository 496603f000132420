export const SLIPS_PER_PAGE = 10;

/** Ten to an A4 page, in order, so that the cut pile stays sorted. */
export function slipPages<Slip>(slips: readonly Slip[]): readonly (readonly Slip[])[] {
  const pages = Math.ceil(slips.length / SLIPS_PER_PAGE);
  return Array.from({ length: pages }, (_, page) => slips.slice(page * SLIPS_PER_PAGE, (page + 1) * SLIPS_PER_PAGE));
}
