/** Short names of facts that sentences and screens share. */
export const namesZh = {
  stages: { filling: "填报", "peer-review": "互评", "leader-review": "领导评" },
  roles: { owner: "责任人", peer: "互评人", leader: "领导" },
  levels: { "general-branch": "二级党组织", branch: "党支部", member: "党员" },
  relations: { own: "本人填报", peer: "待互评", lead: "待领导评", above: "下级", below: "上级", listed: "受邀评分" },
  ownData: { account: "账号名", name: "姓名", phone: "手机号", "birth-date": "出生日期", unit: "单位名称" },
  sessionOver: {
    idle: "超过 15 分钟没有操作，已退出登录，请重新登录。",
    absolute: "登录已满 8 小时，请重新登录。",
    ended: "登录已被结束，请重新登录。",
    "account-changed": "账号信息有变动，请重新登录。",
  },
};
