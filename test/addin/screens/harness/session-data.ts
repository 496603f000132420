import type { Me, PersonalCentre } from "#core/protocol/session.ts";

export const ME: Me = {
  ...{ accountId: "a9", accountName: "138****2201", kind: "person", duty: null, permission: "read-write" },
  ...{ personName: "孙丽华", unit: { id: "gb0b0", name: "机关教工第一党支部", kind: "branch" } },
  posts: [
    { id: "p1", kind: "secretary", unitId: "gb0b0", unitName: "机关教工第一党支部" },
    { id: "p2", kind: "organisation-member", unitId: "gb0", unitName: "机关党总支" },
  ],
  ...{ actingPostId: "p1", passwordChangeRequired: false, passwordDaysLeft: 9 },
  can: { administer: true, publishTemplates: false, superviseStages: true, audit: false, approveAccounts: true },
};

export const CENTRE: PersonalCentre = {
  me: ME,
  phone: "138****2201",
  sessions: [
    {
      id: "s1",
      startedAt: "2026-11-22T00:10:00.000Z",
      lastSeenAt: "2026-11-22T01:02:00.000Z",
      from: "10.20.3.14",
      current: true,
    },
    {
      id: "s2",
      startedAt: "2026-11-21T23:05:00.000Z",
      lastSeenAt: "2026-11-21T23:40:00.000Z",
      from: "10.20.7.88",
      current: false,
    },
  ],
  signIns: Array.from({ length: 18 }, (_, index) => ({
    ...{ at: `2026-11-${String(22 - index).padStart(2, "0")}T00:10:00.000Z`, from: "10.20.3.14" },
    outcome: index === 3 ? "refused" : "done",
  })),
};
