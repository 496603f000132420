/** Everything behind the sign-in, in one file that comes after the first screen is there. */
export async function loadWork() {
  const [{ SignedInPane }, { DeskKeeper }] = await Promise.all([
    import(/* webpackChunkName: "pane-desk" */ "./signed-in-pane.tsx"),
    import(/* webpackChunkName: "pane-desk" */ "./desk-keeper.tsx"),
  ]);
  return { SignedInPane, DeskKeeper };
}
