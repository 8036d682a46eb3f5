import { baseLanguage } from './base-language.ts';

const RUMOURS: Readonly<Record<string, RegExp>> = {
  ja: /(?<!何|いくつ)か["”」』]?\s*$/,
  ko: /(?:하나|되나|받나|가나|오나|막히나|닫나|[할될]까)["”]?\s*$/,
};

/** True of a title that ends as headlines do that pass on what is only heard: "バイナンス、日本から撤退か". */
export const endsAsRumour = (title: string, language: string): boolean =>
  RUMOURS[baseLanguage(language)]?.test(title) ?? false;
