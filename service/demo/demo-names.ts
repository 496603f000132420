import type { SeededRandom } from "./seeded-random.ts";

/** Frequent surnames, more frequent ones more often; given names from characters in common use. Invented people only. */
const SURNAMES = Array.from(
  "王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤",
);
const GIVEN_FIRST = Array.from(
  "建国文志晓海丽雪春秋思雨佳子俊家明永玉红秀美淑慧敏静婷欣梦若一宇浩泽嘉天宏立正德光世平安庆瑞书景承启仲",
);
const GIVEN_SECOND = Array.from(
  "华明强军平芳娟英杰涛磊勇艳霞玲燕洁琳琪萍莉超鹏辉飞鑫斌波刚健宁怡涵轩然豪哲睿琴兰梅凤云龙生林峰成康东亮民伟",
);

export function demoName(random: SeededRandom): string {
  // Squaring draws from the front of the list more often, as surnames are spread in fact.
  const surname = SURNAMES[Math.floor(random.next() ** 2 * SURNAMES.length)] ?? "王";
  const second = random.pick(GIVEN_SECOND);
  return random.chance(0.12) ? surname + second : surname + random.pick(GIVEN_FIRST) + second;
}
