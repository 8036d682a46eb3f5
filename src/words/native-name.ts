import type { Alias } from '../domain/catalogue.ts';

/**
 * Scripts in which the press of a language writes foreign names. Russian is not here: its press writes Binance,
 * and a name in Cyrillic would have to be inflected.
 */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  zh: /^[\p{Script=Han}\d]+$/u,
  'zh-Hant': /^[\p{Script=Han}\d]+$/u,
  ja: /[\p{Script=Katakana}\p{Script=Hiragana}庁]/u,
  ko: /\p{Script=Hangul}/u,
  ar: /^[\p{Script=Arabic}\s]+$/u,
};

/**
 * Characters by which names of exchanges and authorities show the other Chinese script, or Persian and its like beside
 * Arabic; not a converter.
 */
const OTHER_SCRIPT: Readonly<Record<string, RegExp>> = {
  zh: /[庁証処幣網歐東庫幫龍門諾億聯鏈鋒韓華陽凱薩爾貝圖國銀證監會員務財處總緬臺灣銷]/u,
  ar: /[پچژگکیۀەےٹڈ]/u,
  'zh-Hant': /[庁処币网欧东库帮龙门诺亿联链锋韩华阳凯萨尔贝图国银证监会员务财处总缅湾销]/u,
};

interface Named {
  readonly name: string;
  readonly aliases: readonly Alias[];
  readonly localNames?: Readonly<Record<string, string>>;
}

/** The name kept for the language, else the first unmistakable alias in the reader's script, else the name. */
export const nativeName = ({ name, aliases, localNames }: Named, language: string): string => {
  const local = localNames?.[language];
  if (local !== undefined) return local;
  const script = SCRIPTS[language];
  if (script === undefined) return name;
  const native = aliases
    .filter(({ needsContext }) => !needsContext)
    .map(({ text }) => text)
    .find((text) => !text.endsWith('*') && script.test(text) && !OTHER_SCRIPT[language]?.test(text));
  return native ?? name;
};
