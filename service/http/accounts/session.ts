import type { z } from "zod";
import { ok } from "#core/kernel/result.ts";
import { actForSchema, signInSchema, type ServiceIdentity } from "#core/protocol/session.ts";
import { actFor } from "#service/usecases/account/session/act-for.ts";
import { describeMe } from "#service/usecases/account/session/describe-me.ts";
import { endSession } from "#service/usecases/account/session/end-session.ts";
import { signIn } from "#service/usecases/account/session/sign-in.ts";
import { json, nothing } from "../answers.ts";
import type { Route } from "../route.ts";

export const sessionRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/session",
    permission: "public",
    object: "none",
    body: signInSchema,
    handle: async ({ services, body, from }) => {
      const { name, password } = body as z.infer<typeof signInSchema>;
      return json(await signIn(services, { name, password, from }), 201);
    },
  },
  {
    method: "GET",
    path: "/session",
    permission: "first-password",
    object: "own-account",
    handle: async ({ services, caller, session }) => json(ok(describeMe(services, { caller, session }))),
  },
  {
    method: "DELETE",
    path: "/session",
    permission: "first-password",
    object: "own-account",
    ownAccount: true,
    handle: async ({ services, caller, session }) =>
      nothing(await endSession(services, { caller, sessionId: session.id })),
  },
  {
    method: "POST",
    path: "/session/post",
    permission: "signed-in",
    object: "own-account",
    body: actForSchema,
    ownAccount: true,
    handle: async ({ services, caller, session, body }) => {
      const { postId } = body as z.infer<typeof actForSchema>;
      return json(await actFor(services, { caller, session, postId }));
    },
  },
  {
    // A workbook says by which service it was issued; a desk asks whether that is this one.
    method: "GET",
    path: "/service",
    permission: "signed-in",
    object: "none",
    handle: async ({ services }) => {
      const id = await services.store.read((tx) => tx.organisation.serviceId());
      return json(ok({ id } satisfies ServiceIdentity));
    },
  },
];
