import type { namesZh } from "./names-zh.ts";

export const namesEn: typeof namesZh = {
  stages: { filling: "filling", "peer-review": "peer review", "leader-review": "leader review" },
  roles: { owner: "owner", peer: "peer", leader: "leader" },
  levels: { "general-branch": "General branch", branch: "Branch", member: "Member" },
  relations: {
    own: "mine",
    peer: "to review",
    lead: "to lead",
    above: "below me",
    below: "above me",
    listed: "invited to rate",
  },
  ownData: {
    account: "account name",
    name: "name",
    phone: "phone number",
    "birth-date": "birth date",
    unit: "unit's name",
  },
  sessionOver: {
    idle: "Signed out after 15 minutes without activity. Please sign in again.",
    absolute: "Signed in for 8 hours. Please sign in again.",
    ended: "The session was ended. Please sign in again.",
    "account-changed": "The account was changed. Please sign in again.",
  },
};
