import type { z } from "zod";
import { changePasswordSchema, changePhoneSchema } from "#core/protocol/session.ts";
import { changePassword } from "#service/usecases/account/session/change-password.ts";
import { endSession } from "#service/usecases/account/session/end-session.ts";
import { changePhone, openPersonalCentre } from "#service/usecases/account/session/personal-centre.ts";
import { json, nothing } from "../answers.ts";
import type { Route } from "../route.ts";

/** Personal centre (A3). */
export const meRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/me",
    permission: "signed-in",
    object: "own-account",
    handle: async ({ services, caller, session }) => json(await openPersonalCentre(services, { caller, session })),
  },
  {
    method: "PATCH",
    path: "/me",
    permission: "signed-in",
    object: "own-account",
    body: changePhoneSchema,
    ownAccount: true,
    handle: async ({ services, caller, body }) => {
      const { phone } = body as z.infer<typeof changePhoneSchema>;
      return nothing(await changePhone(services, { caller, phone }));
    },
  },
  {
    method: "POST",
    path: "/me/password",
    permission: "first-password",
    object: "own-account",
    body: changePasswordSchema,
    ownAccount: true,
    handle: async ({ services, caller, session, body }) => {
      const { old, new: next } = body as z.infer<typeof changePasswordSchema>;
      return json(await changePassword(services, { caller, session, old, new: next }));
    },
  },
  {
    method: "DELETE",
    path: "/me/sessions/:session",
    permission: "signed-in",
    object: "session",
    ownAccount: true,
    handle: async ({ services, caller, params }) =>
      nothing(await endSession(services, { caller, sessionId: params["session"] ?? "" })),
  },
];
