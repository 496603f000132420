/** Everything behind the sign-in, in one file that comes after the first screen is there. */
export async function loadWork() {
  const [{ SignedInPane }, { DeskKeeper }, { DialogGround }] = await Promise.all([
    import(/* webpackChunkName: "pane-desk" */ "../signed-in-pane.tsx"),
    import(/* webpackChunkName: "pane-desk" */ "../desk/desk-keeper.tsx"),
    import(/* webpackChunkName: "pane-desk" */ "#addin/components/dialogs/dialog-ground.tsx"),
  ]);
  return { SignedInPane, DeskKeeper, DialogGround };
}
