import { z } from "zod";
import type { Permission, Duty } from "#core/access/actor.ts";
import type { PostKind } from "#core/organisation/post.ts";
import type { UnitKind } from "#core/organisation/unit.ts";

/** POST /api/session */
export const signInSchema = z.strictObject({ name: z.string().min(1).max(100), password: z.string().min(1).max(200) });
/** POST /api/session/post: act for another of one's posts (A0). */
export const actForSchema = z.strictObject({ postId: z.string().max(100) });
/** POST /api/me/password */
export const changePasswordSchema = z.strictObject({ old: z.string().max(200), new: z.string().max(200) });
/** PATCH /api/me */
export const changePhoneSchema = z.strictObject({ phone: z.string().regex(/^1\d{10}$/) });

export interface SignInAnswer {
  /** Opaque; kept in memory only, sent as a bearer token (A7). */
  readonly token: string;
  readonly me: Me;
}

/** GET /api/session: who I am now. */
export interface Me {
  readonly accountId: string;
  /** Shown name; masked where it is a phone. */
  readonly accountName: string;
  readonly kind: "unit" | "person" | "duty";
  readonly duty: Duty | null;
  readonly permission: Permission;
  readonly personName: string | null;
  readonly unit: { readonly id: string; readonly name: string; readonly kind: UnitKind } | null;
  readonly posts: readonly MyPost[];
  readonly actingPostId: string | null;
  readonly passwordChangeRequired: boolean;
  /** Days until the password expires; warned from 14 on. */
  readonly passwordDaysLeft: number;
  /** What the screens may offer at all; the service decides each request again. */
  readonly can: {
    readonly administer: boolean;
    readonly publishTemplates: boolean;
    readonly superviseStages: boolean;
    readonly audit: boolean;
    readonly approveAccounts: boolean;
  };
}

export interface MyPost {
  readonly id: string;
  readonly kind: PostKind;
  readonly unitId: string;
  readonly unitName: string;
}

/** GET /api/service: as books name the service that issued them. */
export interface ServiceIdentity {
  readonly id: string;
}

/** GET /api/me: personal centre (A3). */
export interface PersonalCentre {
  readonly me: Me;
  readonly phone: string | null;
  readonly sessions: readonly {
    readonly id: string;
    readonly startedAt: string;
    readonly lastSeenAt: string;
    readonly from: string;
    readonly current: boolean;
  }[];
  readonly signIns: readonly { readonly at: string; readonly from: string; readonly outcome: "done" | "refused" }[];
}
