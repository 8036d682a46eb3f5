import { baseLanguage } from '../domain/base-language.ts';
import { COMMON_WORDS, type LatinLanguage, MARKS } from './language-words.ts';

/** What nobody can tell: no letters, or none that we know. */
const UNDETERMINED = 'und';

const MAX_LENGTH = 600;

type Script =
  | 'Han'
  | 'Kana'
  | 'Hangul'
  | 'Cyrillic'
  | 'Arabic'
  | 'Thai'
  | 'Devanagari'
  | 'Bengali'
  | 'Tamil'
  | 'Hebrew'
  | 'Greek'
  | 'Latin';

/** How much a letter weighs: one of Han says as much as several Latin ones, which brands bring into any script. */
const SCRIPTS: readonly (readonly [script: Script, letters: RegExp, weight: number])[] = [
  ['Kana', /[\u3040-\u30fa\u30fc-\u30ff]/g, 4],
  ['Hangul', /[\uac00-\ud7af\u1100-\u11ff]/g, 4],
  ['Han', /\p{Script=Han}/gu, 4],
  ['Cyrillic', /\p{Script=Cyrillic}/gu, 2],
  ['Arabic', /\p{Script=Arabic}/gu, 2],
  ['Thai', /\p{Script=Thai}/gu, 2],
  ['Devanagari', /\p{Script=Devanagari}/gu, 2],
  ['Bengali', /\p{Script=Bengali}/gu, 2],
  ['Tamil', /\p{Script=Tamil}/gu, 2],
  ['Hebrew', /\p{Script=Hebrew}/gu, 2],
  ['Greek', /\p{Script=Greek}/gu, 2],
  ['Latin', /\p{Script=Latin}/gu, 1],
];

/** Characters that only one of the two ways of writing Chinese has. */
const TRADITIONAL =
  /[萬與專業東絲兩嚴個豐臨為麗舉義烏樂習鄉書買亂爭於雲亞產親億僅從倉儀們價眾優會傘偉傳傷倫偽體餘來債傾償儲兒內關興養獸寫軍農馮決況凍淨準涼減湊幾鳳憑凱擊劃劉則剛創刪別劑劍勸辦務動勵勁勞勢區醫華協單賣盧衛卻廠廳歷壓厭縣參雙發變敘號嘆嗎啟吳員聽響問嗚團園圍國圖圓場壞塊堅壇壩墳處備復夠頭誇奪奮獎奧婦媽嬰學寧實寶審憲宮寬賓對尋導壽將爾塵嘗層屬歲島嶺幣帥師帳帶幫幹廣慶廢應廟庫開異棄張強彈歸當錄徹徑禦憶憂懷態總恆戀惡惱悅慘懼慣戰戲戶執擴掃揚擾撫拋搶護報擔擬攏揀擁擇掛揮損換據擋擺搖攝敵數斷無舊時曠顯曉暫術機殺雜權條極構標棧樹樣橋檢樓歐歡殘毀畢氣氫漢湯溝沒灣濕滿滬潔測濟瀏渾濃漲漸潤漁滲溫遊濫滯灘灑滅燈靈災爐點煉熱煙愛爺狀猶獄獨獲現環瑪電畫暢療瘋監蓋盜盤確禮禍離種積稱穩窮競筆築簡籌籤類糧緊紀約級紙純線組細終經結給絕統網綠維緩編緣締縮總績織續羅罰聯聲職肅腦臉臟艦藝節範葉著藍蘇蘋處蟲補裝複襲見規視覺覽觀觸計訂認討讓訊訓議記講許論設訪證評識詐訴診詞譯試詩話詢該詳語誤誘說請諸課調談諾謀謊謝警譽負財責貨販貪貧貴貸費貿資賊賠賢賬質購贊贏趕趨躍車軌軟輕載較輔輛輸轉輯達遷過運還這進遠違連遲適選遺郵鄰釋裡針釣鈔鋼錢錯鍵鎖鏈鎮鏡鐵長門閃閉問閱隊階際陸陳險隨隱難電霧靜頂項順須預領頻題額顏願風飛飯飲館馬駐驗騙驚鬥鬧魚鮮麥黃黨齊龍]/gu;
const SIMPLIFIED =
  /[万与专业东丝两严个丰临为丽举义乌乐习乡书买乱争于云亚产亲亿仅从仓仪们价众优会伞伟传伤伦伪体余来债倾偿储儿内关兴养兽写军农冯决况冻净准凉减凑几凤凭凯击划刘则刚创删别剂剑劝办务动励劲劳势区医华协单卖卢卫却厂厅历压厌县参双发变叙号叹吗启吴员听响呜团园围国图圆场坏块坚坛坝坟处备复够头夸夺奋奖奥妇妈婴学宁实宝审宪宫宽宾对寻导寿将尔尘尝层属岁岛岭币帅师帐带帮干广庆废应庙库开异弃张强弹归当录彻径忆忧怀态总恒恋恶恼悦惨惧惯战戏户执扩扫扬扰抚抛抢护报担拟拢拣拥择挂挥损换据挡摆摇摄敌数断无旧时旷显晓暂术机杀杂权条极构标栈树样桥检楼欧欢残毁毕气氢汉汤沟没湾湿满沪洁测济浏浑浓涨渐润渔渗温游滥滞滩洒灭灯灵灾炉点炼热烟爱爷状犹狱独获现环玛电画畅疗疯监盖盗盘确礼祸离种积称稳穷竞笔筑简筹签类粮紧纪约级纸纯线组细终经结给绝统网绿维缓编缘缔缩绩织续罗罚联声职肃脑脸脏舰艺节范叶着蓝苏苹虫补装复袭见规视觉览观触计订认讨让讯训议记讲许论设访证评识诈诉诊词译试诗话询该详语误诱说请诸课调谈诺谋谎谢誉负财责货贩贪贫贵贷费贸资贼赔贤账质购赞赢赶趋跃车轨软轻载较辅辆输转辑达迁过运还这进远违连迟适选遗邮邻释里针钓钞钢钱错键锁链镇镜铁长门闪闭问阅队阶际陆陈险随隐难雾静顶项顺须预领频题额颜愿风飞饭饮馆马驻验骗惊斗闹鱼鲜麦黄党齐龙]/gu;

/** Chinese has no syllables, but writes の on signs. */
const JAPANESE_SYLLABLE = /[\u3041-\u306d\u306f-\u30fa]/g;
/** Characters as simplified in Japan alone. */
const JAPANESE_CHARACTER =
  /[仮気売発営処経済検権観県図円広応転変価関単読験覧録銭総労収帯戦択拡掲様歩産証継続縦聴脳訳譲釈鉄隠雑霊駅黒払仏囲圧塩奨実専対徳恵悪懐挙巻団両乗亜伝児剤剰勧]/g;
const PERSIAN = /[پچژگکی]/g;
const ARABIC_ONLY = /[كيىةأإ]/g;
const UKRAINIAN = /[іїєґ]/gi;
const RUSSIAN_ONLY = /[ыэёъ]/gi;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const scriptOf = (text: string): Script | undefined => {
  const japanese = count(text, JAPANESE_SYLLABLE) + count(text, JAPANESE_CHARACTER);
  if (
    japanese > 0 &&
    count(text, /[\u3040-\u30ff\p{Script=Han}]/gu) * 4 >= count(text, /\p{Script=Latin}/gu)
  ) {
    return 'Kana';
  }
  const weighed = SCRIPTS.map(([script, letters, weight]) => ({
    script,
    weight: count(text, letters) * weight,
  }));
  const best = weighed.reduce((a, b) => (b.weight > a.weight ? b : a));
  return best.weight === 0 ? undefined : best.script;
};

const WORD_LANGUAGES: ReadonlyMap<string, readonly LatinLanguage[]> = (() => {
  const languages = new Map<string, LatinLanguage[]>();
  for (const [language, words] of Object.entries(COMMON_WORDS) as [LatinLanguage, string][]) {
    for (const word of new Set(words.split(/\s+/)))
      languages.set(word, [...(languages.get(word) ?? []), language]);
  }
  return languages;
})();

/** A word that one language has says more than one that four share. */
const wordScores = (text: string): Map<LatinLanguage, number> => {
  const scores = new Map<LatinLanguage, number>();
  for (const word of text.toLowerCase().split(/[^\p{L}\p{M}]+/u)) {
    const languages = WORD_LANGUAGES.get(word) ?? [];
    // A single letter is as often part of "U.S." or a brand.
    const weight = word.length === 1 ? 0.3 : 1;
    for (const language of languages) {
      scores.set(language, (scores.get(language) ?? 0) + weight * (1 / languages.length + 0.25));
    }
  }
  return scores;
};

const MARK_WEIGHT = 0.3;

const latinLanguage = (text: string, hint: string | undefined): string => {
  const scores = wordScores(text);
  for (const [language, mark] of Object.entries(MARKS) as [LatinLanguage, RegExp][]) {
    scores.set(language, (scores.get(language) ?? 0) + MARK_WEIGHT * count(text, mark));
  }
  const expected = baseLanguage(hint ?? 'en');
  // The language that the feed names, or English, needs no proof where the words leave it open.
  const bonus = (language: string): number => (language === expected ? (hint === undefined ? 0.4 : 0.8) : 0);
  const ranked = [...scores].map(([language, score]) => ({ language, score: score + bonus(language) }));
  const best = ranked.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.language : expected;
};

const chineseOf = (text: string, hint: string | undefined): string => {
  const traditional = count(text, TRADITIONAL) - count(text, SIMPLIFIED);
  if (traditional !== 0) return traditional > 0 ? 'zh-Hant' : 'zh';
  if (hint?.startsWith('ja') === true) return 'ja';
  return /^zh-(?:hant|tw|hk|mo)/i.test(hint ?? '') ? 'zh-Hant' : 'zh';
};

const byScript: Readonly<Record<Script, (text: string, hint: string | undefined) => string>> = {
  Kana: () => 'ja',
  Hangul: () => 'ko',
  Han: chineseOf,
  Cyrillic: (text, hint) => {
    const ukrainian = count(text, UKRAINIAN) - count(text, RUSSIAN_ONLY);
    return ukrainian > 0 || (ukrainian === 0 && hint?.startsWith('uk') === true) ? 'uk' : 'ru';
  },
  Arabic: (text) => (count(text, PERSIAN) > count(text, ARABIC_ONLY) ? 'fa' : 'ar'),
  Thai: () => 'th',
  Devanagari: () => 'hi',
  Bengali: () => 'bn',
  Tamil: () => 'ta',
  Hebrew: () => 'he',
  Greek: () => 'el',
  Latin: latinLanguage,
};

/**
 * BCP 47 of a headline or text: by script, then by letters and common words; Chinese in traditional characters is
 * `zh-Hant`. `hint` is what the feed says of itself, and decides only what the words leave open.
 */
export const detectLanguage = (text: string, hint?: string): string => {
  const sample = text.slice(0, MAX_LENGTH).replace(/https?:\/\/\S+/g, ' ');
  const script = scriptOf(sample);
  return script === undefined ? UNDETERMINED : byScript[script](sample, hint);
};
